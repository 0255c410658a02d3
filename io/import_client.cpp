#include "io/import_client.h"

#include "io/import_request.h"

#include <new>
#include <utility>

namespace limn {

namespace {

nlohmann::json requestFor(const std::filesystem::path& path, const char* wanted, int frame = 0)
{
    return {{"pathHex", absoluteHex(path)}, {"wanted", wanted}, {"frame", frame}};
}

template <typename Sample>
Result<std::vector<Sample>> pixelsOf(const ImportChild& child, const ReplyHeader& header,
                                     SampleType expected, const std::filesystem::path& path)
{
    if (header.sample != expected)
        return noSense(path, "sample type");
    std::vector<Sample> pixels(header.pixelBytes / sizeof(Sample));
    if (!child.readPixels(std::as_writable_bytes(std::span(pixels))))
        return noSense(path, "shared memory");
    return pixels;
}

Size sizeOf(const ReplyHeader& header)
{
    return {header.width, header.height};
}

Result<SlicePtr> sliceOf(const ImportChild& child, const ImportReply& reply,
                         const std::filesystem::path& path)
{
    auto values = pixelsOf<float>(child, reply.header, SampleType::Float32, path);
    if (!values)
        return std::unexpected(values.error());
    Slice slice{sizeOf(reply.header), reply.header.channels, std::move(*values), {}};
    if (const auto padding = reply.json.find("padding"); padding != reply.json.end())
        slice.padding = static_cast<float>(padding->get<double>());
    return std::make_shared<const Slice>(std::move(slice));
}

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

FileOrder orderOf(const nlohmann::json& json)
{
    return {json.at("transposed"), json.at("mirrored"), json.at("upsideDown")};
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

ImportedMask maskOf(const nlohmann::json& json, std::vector<Label> values)
{
    ImportedMask mask;
    mask.format = json.at("format");
    mask.size = {json.at("width"), json.at("height")};
    mask.sliceCount = json.at("slices");
    mask.volumes = json.at("volumes");
    mask.values = std::move(values);
    for (const auto& row : json.at("labels")) {
        MaskLabel label{row.at("label").get<Label>(), row.at("name"), {}};
        if (const auto colour = row.find("colour"); colour != row.end())
            label.colour = Colour{colour->at(0), colour->at(1), colour->at(2)};
        mask.labels.push_back(std::move(label));
    }
    mask.isVolumeFile = json.at("volumeFile");
    mask.geometry = geometryOf(json.at("geometry"));
    mask.frames = json.at("frames").get<std::vector<int>>();
    mask.imageName = json.at("imageName");
    mask.notes = json.at("notes").get<std::vector<std::string>>();
    if (const auto place = json.find("place"); place != json.end())
        mask.place = place->get<VoxelPlace>();
    return mask;
}

// Runs `work`; what the JSON library or the allocator throws becomes an error.
template <typename Work>
auto guarded(const std::filesystem::path& path, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, shownName(path), "for the decoded pixels");
    } catch (const std::exception& exception) {
        return noSense(path, exception.what());
    }
}

Result<StoredFrame> storedFrame(ImportChild& child, const std::filesystem::path& path,
                                const char* wanted, int frame, const std::stop_token& stop)
{
    return guarded(path, [&]() -> Result<StoredFrame> {
        const auto reply = askFor(child, path, requestFor(path, wanted, frame), stop);
        if (!reply)
            return std::unexpected(reply.error());
        auto values = pixelsOf<std::int32_t>(child, reply->header, SampleType::Int32, path);
        if (!values)
            return std::unexpected(values.error());
        const int frames = reply->json.at("frames");
        return StoredFrame{sizeOf(reply->header), reply->header.channels, std::move(*values),
                           std::clamp(frames, 1, maximumFrames),
                           geometryOf(reply->json.at("geometry"))};
    });
}

} // namespace

ImportClient::ImportClient(std::filesystem::path program, std::chrono::milliseconds limit)
    : m_child(std::move(program), limit)
{
}

Result<VolumePtr> ImportClient::open(const std::filesystem::path& path, std::stop_token stop)
{
    return guarded(path, [&]() -> Result<VolumePtr> {
        auto request = requestFor(path, "values");
        request["hash"] = true;
        const auto reply = askFor(m_child, path, std::move(request), stop);
        if (!reply)
            return std::unexpected(reply.error());
        auto slice = sliceOf(m_child, *reply, path);
        if (!slice)
            return std::unexpected(slice.error());
        return volumeOf(reply->json, std::move(*slice), path);
    });
}

Result<SlicePtr> ImportClient::readSlice(const std::filesystem::path& path, int frame,
                                         std::stop_token stop, PixelOrder order)
{
    return guarded(path, [&]() -> Result<SlicePtr> {
        auto request = requestFor(path, "values", frame);
        request["fileOrder"] = order == PixelOrder::File;
        const auto reply = askFor(m_child, path, std::move(request), stop);
        if (!reply)
            return std::unexpected(reply.error());
        return sliceOf(m_child, *reply, path);
    });
}

Result<StoredFrame> ImportClient::readStored(const std::filesystem::path& path, int frame,
                                             std::stop_token stop)
{
    return storedFrame(m_child, path, "stored", frame, stop);
}

Result<StoredFrame> ImportClient::readLabels(const std::filesystem::path& path, int frame,
                                             std::stop_token stop)
{
    auto labels = storedFrame(m_child, path, "labels", frame, stop);
    if (labels && labels->channels != 1)
        return fail(ErrorCode::ChannelsMismatch, shownName(path),
                    "a mask has one channel, this is a colour picture");
    return labels;
}

Result<Thumbnail> ImportClient::thumbnail(const std::filesystem::path& path, std::stop_token stop,
                                          int side)
{
    return guarded(path, [&]() -> Result<Thumbnail> {
        auto request = requestFor(path, "thumbnail");
        request["side"] = side;
        const auto reply = askFor(m_child, path, std::move(request), stop);
        if (!reply)
            return std::unexpected(reply.error());
        auto pixels = pixelsOf<std::uint8_t>(m_child, reply->header, SampleType::UInt8, path);
        if (!pixels)
            return std::unexpected(pixels.error());
        return Thumbnail{sizeOf(reply->header), reply->header.channels, std::move(*pixels)};
    });
}

Result<std::vector<std::byte>> ImportClient::makeSegmentation(const SourceRef& source,
                                                              nlohmann::json request,
                                                              std::span<const std::byte> mask,
                                                              std::stop_token stop)
{
    const auto& path = source.files.front();
    return guarded(path, [&]() -> Result<std::vector<std::byte>> {
        request["make"] = "segmentation";
        request["instanceUid"] = source.instanceUid;
        request["filesHex"] = nlohmann::json::array();
        for (const auto& file : source.files)
            request["filesHex"].push_back(absoluteHex(file));
        const auto reply = askFor(m_child, path, std::move(request), stop, mask);
        if (!reply)
            return std::unexpected(reply.error());
        return pixelsOf<std::byte>(m_child, reply->header, SampleType::File, path);
    });
}

Result<std::string> ImportClient::info(const std::filesystem::path& path, std::stop_token stop)
{
    return guarded(path, [&]() -> Result<std::string> {
        auto request = requestFor(path, "facts");
        request["hash"] = true;
        const auto reply = askFor(m_child, path, std::move(request), stop);
        if (!reply)
            return std::unexpected(reply.error());
        return reply->json.dump(2);
    });
}

Result<std::vector<MaskEntry>> ImportClient::listMasks(const std::filesystem::path& path,
                                                       std::stop_token stop)
{
    return guarded(path, [&]() -> Result<std::vector<MaskEntry>> {
        const auto reply =
            askFor(m_child, path, {{"pathHex", absoluteHex(path)}, {"mask", "list"}}, stop);
        if (!reply)
            return std::unexpected(reply.error());
        std::vector<MaskEntry> entries;
        for (const auto& entry : reply->json.at("entries"))
            entries.push_back({entry.at("imageName"), entry.at("slice")});
        return entries;
    });
}

Result<ImportedMask> ImportClient::readMask(const std::filesystem::path& path, int entry,
                                            std::stop_token stop)
{
    return guarded(path, [&]() -> Result<ImportedMask> {
        const auto reply =
            askFor(m_child, path,
                   {{"pathHex", absoluteHex(path)}, {"mask", "read"}, {"entry", entry}}, stop);
        if (!reply)
            return std::unexpected(reply.error());
        auto values = pixelsOf<Label>(m_child, reply->header, SampleType::File, path);
        if (!values)
            return std::unexpected(values.error());
        ImportedMask mask = maskOf(reply->json, std::move(*values));
        if (mask.size.width < 1 || mask.size.height < 1 || mask.sliceCount < 1 || mask.volumes < 1
            || mask.sliceCount % mask.volumes != 0
            || mask.values.size() != mask.size.area() * static_cast<std::size_t>(mask.sliceCount))
            return noSense(path, "the size of the mask");
        return mask;
    });
}

} // namespace limn
