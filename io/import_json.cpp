#include "io/import_json.h"

#include "model/data/import_wire.h"

#include <algorithm>

namespace limn {
namespace {

FileOrder orderOf(const nlohmann::json& json)
{
    return {json.at("transposed"), json.at("mirrored"), json.at("upsideDown")};
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

VolumePtr volumeOf(const nlohmann::json& json, SlicePtr first, const std::filesystem::path& path)
{
    auto volume = std::make_shared<Volume>();
    volume->size = first->size;
    volume->channels = first->channels;
    const int frames = json.at("frames");
    volume->slices.resize(static_cast<std::size_t>(std::clamp(frames, 1, maximumFrames)));
    volume->slices.front() = std::move(first);
    volume->timesMs = json.at("timesMs").get<std::vector<double>>();
    volume->stackSlices = json.at("stackSlices");
    for (const auto& window : json.at("windows"))
        volume->displayWindows.push_back(
            {window.at("level"), window.at("width"), window.at("explanation")});
    volume->isInverted = json.at("inverted");
    volume->geometry = geometryOf(json.at("geometry"));
    volume->source = {{path},
                      {},
                      json.at("contentHash"),
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
