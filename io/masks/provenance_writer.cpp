#include "io/masks/provenance_writer.h"

#include "io/masks/file_names.h"
#include "model/files/run_json.h"

#include <QString>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace limn {
namespace {

using Json = nlohmann::ordered_json;

Json sourceOf(const MaskExport& masks)
{
    Json files = Json::array();
    for (const auto& file : masks.source.files)
        files.push_back(file.filename().string());
    return {
        {"files", files}, {"format", masks.source.format}, {"sha256", masks.source.contentHash}};
}

Json pictureOf(const MaskExport& masks)
{
    Json picture{{"width", masks.labels.size.width},
                 {"height", masks.labels.size.height},
                 {"slices", masks.labels.sliceCount},
                 {"rowSpacingMm", nullptr},
                 {"columnSpacingMm", nullptr}};
    if (masks.geometry.calibration != Calibration::None) {
        picture["rowSpacingMm"] = masks.geometry.rowSpacingMm;
        picture["columnSpacingMm"] = masks.geometry.columnSpacingMm;
    }
    return picture;
}

Json labelsOf(const MaskExport& masks)
{
    Json labels = Json::array();
    for (const LabelRow& row : masks.table.rows) {
        const QString colour = QStringLiteral("#%1%2%3")
                                   .arg(row.colour.red, 2, 16, QLatin1Char('0'))
                                   .arg(row.colour.green, 2, 16, QLatin1Char('0'))
                                   .arg(row.colour.blue, 2, 16, QLatin1Char('0'));
        labels.push_back({{"label", row.label},
                          {"name", row.name},
                          {"colour", colour.toStdString()},
                          {"pixels", std::ranges::count(masks.labels.values, row.label)}});
    }
    return labels;
}

Json runOf(const RunFacts& run, const Provenance& facts)
{
    if (run.modelName.empty())
        return nullptr;
    Json json = Json::parse(toJson(run));
    json["baseStep"] = facts.baseStep;
    json["tau"] = facts.tau;
    return json;
}

// The first slice's that has one, and where there are several slices those of all.
void putRuns(Json& json, const Provenance& facts)
{
    const auto& runs = facts.runs;
    const auto first =
        std::ranges::find_if(runs, [](const RunFacts& run) { return !run.modelName.empty(); });
    json["run"] = first == runs.end() ? Json() : runOf(*first, facts);
    if (runs.size() < 2)
        return;
    json["runs"] = Json::array();
    for (const RunFacts& run : runs)
        json["runs"].push_back(runOf(run, facts));
}

Json personOf(const MaskExport& masks)
{
    const auto& human = masks.human.values;
    return {
        {"edits", masks.provenance.editCount},
        {"pixels", human.size() - static_cast<std::size_t>(std::ranges::count(human, untouched))},
        {"seconds", masks.provenance.secondsSpent}};
}

Result<FilePieces> provenanceText(const MaskExport& masks)
{
    Json json{{"program", "Limn"},         {"version", masks.provenance.programVersion},
              {"source", sourceOf(masks)}, {"picture", pictureOf(masks)},
              {"labels", labelsOf(masks)}, {"run", nullptr},
              {"person", personOf(masks)}};
    putRuns(json, masks.provenance);
    // A file name need not be UTF-8; what is not becomes the replacement character.
    const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    const auto bytes = std::as_bytes(std::span(text));
    FilePieces pieces;
    pieces.emplace_back(bytes.begin(), bytes.end());
    return pieces;
}

} // namespace

std::vector<OutputFile> provenanceFile(const MaskExport& masks)
{
    return {{safeFileName(masks.stem) + ".prov.json", [&masks] { return provenanceText(masks); }}};
}

} // namespace limn
