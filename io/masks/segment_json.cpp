#include "io/masks/segment_json.h"

#include "io/masks/cielab.h"
#include "io/masks/label_codes.h"
#include "model/files/run_json.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace limn {
namespace {

using Json = nlohmann::json;

constexpr std::size_t parameterCharacters = 10240; // of the VR LT

Json codeJson(const LabelCode& code)
{
    return {{"value", code.value}, {"scheme", code.scheme}, {"meaning", code.meaning}};
}

// Slices (from 1) that share a run share an entry.
Json runsJson(const Provenance& facts, bool hasEvidence)
{
    Json all = Json::array();
    std::vector<const RunFacts*> seen;
    for (std::size_t slice = 0; slice < facts.runs.size(); ++slice) {
        const RunFacts& run = facts.runs[slice];
        if (run.modelName.empty())
            continue;
        const auto same =
            std::ranges::find_if(seen, [&run](const RunFacts* other) { return *other == run; });
        if (same == seen.end()) {
            seen.push_back(&run);
            Json json = Json::parse(toJson(run));
            if (!hasEvidence && json.contains("evidence"))
                json["evidence"] = "too long to be kept here";
            all.push_back(std::move(json));
            all.back()["slices"] = Json::array({slice + 1});
        } else {
            all[static_cast<std::size_t>(same - seen.begin())]["slices"].push_back(slice + 1);
        }
    }
    return all;
}

std::string parametersOf(const MaskExport& masks, double changedShare)
{
    Json json{{"baseStep", masks.provenance.baseStep},
              {"tau", masks.provenance.tau},
              {"shareChangedByPerson", std::round(changedShare * 1e6) / 1e6}};
    for (const bool hasEvidence : {true, false}) {
        json["runs"] = runsJson(masks.provenance, hasEvidence);
        if (const std::string text = json.dump(-1, ' ', true, Json::error_handler_t::replace);
            text.size() <= parameterCharacters)
            return text;
    }
    json["runs"] = "too many to be kept here";
    return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

const RunFacts* firstRun(const MaskExport& masks)
{
    const auto& runs = masks.provenance.runs;
    const auto run =
        std::ranges::find_if(runs, [](const RunFacts& one) { return !one.modelName.empty(); });
    return run == runs.end() ? nullptr : &*run;
}

// For people: 1024 characters at most, in English as all that goes into a file.
std::string sentence(const MaskExport& masks, const std::string& type, double changedShare)
{
    const RunFacts* const run = firstRun(masks);
    if (!run)
        return "Drawn by a person in Limn. Research use only.";
    if (type == "MANUAL")
        return "Every pixel decided by a person in Limn. Research use only.";
    char share[32];
    std::snprintf(share, sizeof share, "%.1f", 100 * changedShare);
    return "Model " + run->modelName.substr(0, 200) + " (SHA-256 " + run->modelSha256 + "), step "
        + std::to_string(masks.provenance.baseStep) + " of " + std::to_string(run->steps)
        + ", seed " + std::to_string(run->seed) + "; " + share
        + " % changed by a person. Research use only.";
}

Json described(const MaskExport& masks, const LabelRow& row, const std::string& type,
               double changedShare)
{
    const CodedLabel code = codeOf(row.meaning.empty() ? row.name : row.meaning);
    const RunFacts* const run = firstRun(masks);
    Json json{{"name", row.name.empty() ? "Label " + std::to_string(row.label) : row.name},
              {"description", sentence(masks, type, changedShare)},
              {"category", codeJson(code.category)},
              {"type", codeJson(code.type)},
              {"algorithmType", type},
              {"algorithmName", run ? "Limn DSSM " + run->modelName : ""},
              {"algorithmVersion", run ? run->programVersion : ""},
              {"parameters", run ? parametersOf(masks, changedShare) : ""},
              {"lab", cielabOf(row.colour)}};
    if (run && run->programVersion.empty())
        json["algorithmVersion"] = masks.provenance.programVersion;
    if (code.modifier)
        json["modifier"] = codeJson(*code.modifier);
    return json;
}

} // namespace

Json segmentJson(const MaskExport& masks, const LabelRow& row, const LabelShare& share)
{
    return described(masks, row, algorithmTypeOf(masks, share), share.changedShare());
}

Json probabilityJson(const MaskExport& masks, const LabelRow& row)
{
    return described(masks, row, algorithmTypeOf(masks, {}), 0);
}

} // namespace limn
