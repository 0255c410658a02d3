#include "io/import/facts_json.h"

namespace limn {

namespace {

const char* calibrationName(Calibration calibration)
{
    switch (calibration) {
    case Calibration::None: return "none";
    case Calibration::Patient: return "patient";
    case Calibration::Detector: return "detector";
    }
    return "none";
}

} // namespace

nlohmann::json geometryJson(const Geometry& geometry)
{
    return {{"calibration", calibrationName(geometry.calibration)},
            {"columnSpacingMm", geometry.columnSpacingMm},
            {"rowSpacingMm", geometry.rowSpacingMm},
            {"rowDirection", geometry.rowDirection},
            {"columnDirection", geometry.columnDirection},
            {"sliceOriginsMm", geometry.sliceOriginsMm}};
}

namespace {

const char* functionName(WindowFunction function)
{
    switch (function) {
    case WindowFunction::Linear: return "LINEAR";
    case WindowFunction::LinearExact: return "LINEAR_EXACT";
    case WindowFunction::Sigmoid: return "SIGMOID";
    }
    return "LINEAR";
}

nlohmann::json windowJson(const DisplayWindow& window)
{
    nlohmann::json json{{"level", window.level},
                        {"width", window.width},
                        {"explanation", window.explanation},
                        {"function", functionName(window.function)}};
    if (window.table)
        json["table"] = {{"firstMapped", window.table->firstMapped},
                         {"levels", window.table->levels}};
    return json;
}

std::vector<std::size_t> runsOf(const std::vector<std::uint8_t>& graphics)
{
    std::vector<std::size_t> runs;
    for (std::size_t k = 0; k < graphics.size(); ++k) {
        if (graphics[k] == 0)
            continue;
        const bool goesOn = k > 0 && graphics[k - 1] != 0;
        if (!goesOn)
            runs.insert(runs.end(), {k, 0});
        ++runs.back();
    }
    return runs;
}

} // namespace

nlohmann::json factsJson(const Picture& picture)
{
    const FileFacts& facts = picture.facts;
    auto windows = nlohmann::json::array();
    for (const DisplayWindow& window : facts.windows)
        windows.push_back(windowJson(window));
    nlohmann::json json{{"format", facts.format},
                        {"width", facts.size.width},
                        {"height", facts.size.height},
                        {"frames", facts.frames},
                        {"channels", facts.channels},
                        {"bits", facts.bits},
                        {"signed", facts.isSigned},
                        {"photometric", facts.photometric},
                        {"transferSyntax", facts.transferSyntax},
                        {"slope", facts.slope},
                        {"intercept", facts.intercept},
                        {"inverted", facts.isInverted},
                        {"turn", facts.turn},
                        {"windows", std::move(windows)},
                        {"timesMs", facts.timesMs},
                        {"stackSlices", facts.stackSlices},
                        {"geometry", geometryJson(facts.geometry)},
                        {"fileOrder",
                         {{"transposed", facts.order.isTransposed},
                          {"mirrored", facts.order.isMirrored},
                          {"upsideDown", facts.order.isUpsideDown}}},
                        {"studyUid", facts.studyUid},
                        {"seriesUid", facts.seriesUid},
                        {"instanceUid", facts.instanceUid},
                        {"notes", facts.notes},
                        {"tags", facts.tags}};
    if (picture.padding)
        json["padding"] = *picture.padding;
    if (!picture.graphics.empty())
        json["graphics"] = runsOf(picture.graphics);
    return json;
}

} // namespace limn
