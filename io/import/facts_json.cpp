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

nlohmann::json factsJson(const Picture& picture)
{
    const FileFacts& facts = picture.facts;
    auto windows = nlohmann::json::array();
    for (const DisplayWindow& window : facts.windows)
        windows.push_back({{"level", window.level},
                           {"width", window.width},
                           {"explanation", window.explanation}});
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
    return json;
}

} // namespace limn
