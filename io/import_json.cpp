#include "io/import_json.h"

#include "model/data/import_wire.h"

#include <algorithm>

namespace limn {
namespace {

FileOrder orderOf(const nlohmann::json& json)
{
    return {json.at("transposed"), json.at("mirrored"), json.at("upsideDown")};
}

DisplayWindow windowOf(const nlohmann::json& json)
{
    DisplayWindow window{json.at("level"), json.at("width"), json.at("explanation"),
                         WindowFunction::Linear, {}};
    const std::string function = json.at("function");
    if (function == "LINEAR_EXACT")
        window.function = WindowFunction::LinearExact;
    else if (function == "SIGMOID")
        window.function = WindowFunction::Sigmoid;
    if (!json.contains("table"))
        return window;
    auto table = std::make_shared<GreyTable>();
    table->firstMapped = json["table"].at("firstMapped");
    table->levels = json["table"].at("levels").get<std::vector<float>>();
    if (!table->levels.empty())
        window.table = std::move(table);
    return window;
}

FrameHeader frameHeaderOf(const nlohmann::json& json)
{
    FrameHeader frame;
    if (json.contains("origin"))
        frame.originMm = json["origin"].get<Vector3>();
    if (json.contains("moment"))
        frame.moment = json["moment"].get<std::vector<double>>();
    if (json.contains("timeMs"))
        frame.timeMs = json["timeMs"].get<double>();
    return frame;
}

} // namespace

Geometry geometryOf(const nlohmann::json& json)
{
    Geometry geometry;
    geometry.columnSpacingMm = json.at("columnSpacingMm");
    geometry.rowSpacingMm = json.at("rowSpacingMm");
    geometry.rowDirection = json.at("rowDirection");
    geometry.columnDirection = json.at("columnDirection");
    geometry.sliceOriginsMm = json.at("sliceOriginsMm").get<std::vector<Vector3>>();
    const std::string calibration = json.at("calibration");
    if (calibration == "patient")
        geometry.calibration = Calibration::Patient;
    else if (calibration == "detector")
        geometry.calibration = Calibration::Detector;
    return geometry;
}

VolumePtr volumeOf(const nlohmann::json& json, SlicePtr slice, const SliceSource& source)
{
    auto volume = std::make_shared<Volume>();
    volume->size = slice->size;
    volume->channels = slice->channels;
    const int frames = json.at("frames");
    volume->slices.resize(static_cast<std::size_t>(std::clamp(frames, 1, maximumFrames)));
    volume->slices.at(static_cast<std::size_t>(source.frame)) = std::move(slice);
    volume->timesMs = json.at("timesMs").get<std::vector<double>>();
    volume->stackSlices = json.at("stackSlices");
    for (const auto& window : json.at("windows"))
        volume->displayWindows.push_back(windowOf(window));
    volume->notes = json.at("notes").get<std::vector<std::string>>();
    volume->isInverted = json.at("inverted");
    volume->geometry = geometryOf(json.at("geometry"));
    volume->source = {{source.file},
                      {},
                      json.value("contentHash", ""),
                      json.at("format"),
                      json.at("studyUid"),
                      json.at("seriesUid"),
                      json.at("instanceUid"),
                      orderOf(json.at("fileOrder"))};
    return volume;
}

FileHeader fileHeaderOf(const nlohmann::json& json, const std::filesystem::path& path)
{
    FileHeader header;
    header.file = path;
    if (json.contains("error"))
        return header;
    header.bytes = json.at("bytes");
    header.seriesUid = json.at("seriesUid");
    header.instanceUid = json.at("instanceUid");
    header.size = {json.at("width"), json.at("height")};
    header.channels = json.at("channels");
    header.columnSpacingMm = json.at("columnSpacingMm");
    header.rowSpacingMm = json.at("rowSpacingMm");
    for (const auto& frame : json.at("frames")) {
        header.frames.push_back(frameHeaderOf(frame));
        if (json.contains("directions"))
            header.frames.back().directions = json["directions"].get<std::array<Vector3, 2>>();
    }
    return header;
}

} // namespace limn
