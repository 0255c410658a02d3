#include "io/masks/provenance_writer.h"

#include "io/masks/file_names.h"

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

Json runOf(const Provenance& facts)
{
    if (facts.modelName.empty())
        return nullptr;
    return {{"model", facts.modelName},   {"modelSha256", facts.modelSha256},
            {"steps", facts.steps},       {"seed", facts.seed},
            {"kernel", facts.kernel},     {"device", facts.device},
            {"baseStep", facts.baseStep}, {"tau", facts.tau}};
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
    const Json json{{"program", "Limn"},         {"version", masks.provenance.programVersion},
                    {"source", sourceOf(masks)}, {"picture", pictureOf(masks)},
                    {"labels", labelsOf(masks)}, {"run", runOf(masks.provenance)},
                    {"person", personOf(masks)}};
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
