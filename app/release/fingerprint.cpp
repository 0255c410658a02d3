#include "app/release/fingerprint.h"

#include "model/files/run_json.h"
#include "model/files/sha256.h"

#include <nlohmann/json.hpp>

namespace limn {
namespace {

using Json = nlohmann::json;

template <typename Value> std::string hashOf(const std::vector<Value>& values)
{
    return sha256(std::as_bytes(std::span(values)));
}

Json labelsJson(const LabelTable& table)
{
    Json rows = Json::array();
    for (const LabelRow& row : table.rows)
        rows.push_back({row.label, row.name, row.colour.red, row.colour.green, row.colour.blue});
    return rows;
}

} // namespace

std::string fingerprintOf(const PlannedImage& image, const ReleasePlace& place, const Volume& volume,
                          const StudyState& state)
{
    const ReleaseOrder& order = place.order;
    Json json{{"version", LIMN_VERSION},
              {"name", image.name},
              {"source", volume.source.contentHash},
              {"copies", order.hasCopies},
              {"deidentified", order.isDeidentified},
              {"dates", static_cast<int>(order.dates)},
              {"patient", image.pseudonym},
              {"updated", image.row.updatedMs},
              {"human", hashOf(state.human.values)},
              {"labels", labelsJson(state.labels)},
              {"tau", state.threshold},
              {"baseStep", state.baseStep},
              {"seconds", state.secondsSpent},
              {"status", static_cast<int>(state.status)},
              {"instances", static_cast<int>(order.datasets.instances)},
              {"outlines", static_cast<int>(order.datasets.outlines)},
              {"formats", Json::array()},
              {"maps", Json::array()},
              {"runs", Json::array()}};
    for (const MaskFormat format : order.formats)
        json["formats"].push_back(nameOf(format));
    for (const ProbabilityMap& map : state.baseMaps)
        json["maps"].push_back(hashOf(map.values));
    for (const RunFacts& run : state.runs)
        json["runs"].push_back(toJson(run));
    const std::string text = place.key.derived(
        "fingerprint", json.dump(-1, ' ', false, Json::error_handler_t::replace));
    return sha256(std::as_bytes(std::span(text)));
}

} // namespace limn
