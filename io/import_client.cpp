#include "io/import_client.h"

#include "io/content_hash.h"
#include "io/import_json.h"
#include "io/import_pixels.h"

#include <algorithm>
#include <utility>

namespace limn {

namespace {

Size sizeOf(const ReplyHeader& header)
{
    return {header.width, header.height};
}

Result<StoredFrame> storedFrame(ImportChild& child, const std::filesystem::path& path,
                                nlohmann::json request, const std::stop_token& stop)
{
    return guarded(path, [&]() -> Result<StoredFrame> {
        const auto reply = askFor(child, path, std::move(request), stop);
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

// The child's answer, and the file's hash, which is worked out here while the child decodes.
Result<ImportReply> replyWithHash(ImportChild& child, const std::filesystem::path& path,
                                  nlohmann::json request, const std::stop_token& stop)
{
    ContentHash hash(path);
    auto reply = askFor(child, path, std::move(request), stop, [&] { return hash.advance(); });
    if (!reply)
        return reply;
    const auto digits = hash.finish(stop);
    if (!digits)
        return std::unexpected(digits.error());
    reply->json["contentHash"] = *digits;
    return reply;
}

} // namespace

ImportClient::ImportClient(std::filesystem::path program, std::chrono::milliseconds limit)
    : m_child(std::move(program), limit)
{
}

Result<VolumePtr> ImportClient::open(const std::filesystem::path& path, std::stop_token stop)
{
    return openFrame({path, 0}, true, stop);
}

Result<VolumePtr> ImportClient::openFrame(const SliceSource& source, bool wantsHash,
                                          const std::stop_token& stop)
{
    return guarded(source.file, [&]() -> Result<VolumePtr> {
        auto request = requestFor(source.file, "values", source.frame);
        request["salvage"] = m_isSalvaging;
        const auto reply = wantsHash
            ? replyWithHash(m_child, source.file, std::move(request), stop)
            : askFor(m_child, source.file, std::move(request), stop);
        if (!reply)
            return std::unexpected(reply.error());
        auto slice = sliceOf(m_child, *reply, source.file);
        if (!slice)
            return std::unexpected(slice.error());
        return volumeOf(reply->json, std::move(*slice), source);
    });
}

Result<SlicePtr> ImportClient::readSlice(const std::filesystem::path& path, int frame,
                                         std::stop_token stop, PixelOrder order)
{
    return guarded(path, [&]() -> Result<SlicePtr> {
        auto request = requestFor(path, "values", frame);
        request["fileOrder"] = order == PixelOrder::File;
        request["salvage"] = m_isSalvaging;
        const auto reply = askFor(m_child, path, std::move(request), stop);
        if (!reply)
            return std::unexpected(reply.error());
        return sliceOf(m_child, *reply, path);
    });
}

Result<StoredFrame> ImportClient::readStored(const std::filesystem::path& path, int frame,
                                             std::stop_token stop)
{
    auto request = requestFor(path, "stored", frame);
    request["salvage"] = m_isSalvaging;
    return storedFrame(m_child, path, std::move(request), stop);
}

Result<StoredFrame> ImportClient::readLabels(const std::filesystem::path& path, int frame,
                                             std::stop_token stop)
{
    auto labels = storedFrame(m_child, path, requestFor(path, "labels", frame), stop);
    if (labels && labels->channels != 1)
        return fail(ErrorCode::ChannelsMismatch, shownName(path),
                    "a mask has one channel, this is a colour picture");
    return labels;
}

Result<Thumbnail> ImportClient::thumbnail(const ImageFiles& image, std::stop_token stop, int side)
{
    const SliceSource source =
        image.stack ? image.stack->at(image.stack->middle()) : SliceSource{image.path, 0};
    return readSmall(source, "thumbnail", side, stop);
}

Result<Thumbnail> ImportClient::preview(const std::filesystem::path& path, std::stop_token stop)
{
    constexpr int side = 1200; // about that of a window's canvas
    return readSmall({path, 0}, "preview", side, stop);
}

Result<Thumbnail> ImportClient::readSmall(const SliceSource& source, const char* wanted, int side,
                                          const std::stop_token& stop)
{
    const auto& path = source.file;
    return guarded(path, [&]() -> Result<Thumbnail> {
        auto request = requestFor(path, wanted, source.frame);
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

Result<void> ImportClient::openSegmentationSource(const SourceRef& source, Size size, int slices,
                                                  std::stop_token stop, const Meanwhile& meanwhile)
{
    const auto& path = source.files.front();
    return guarded(path, [&]() -> Result<void> {
        nlohmann::json request{{"make", "source"},
                               {"instanceUid", source.instanceUid},
                               {"filesHex", nlohmann::json::array()},
                               {"frames", source.frames},
                               {"width", size.width},
                               {"height", size.height},
                               {"slices", slices}};
        for (const auto& file : source.files)
            request["filesHex"].push_back(absoluteHex(file));
        const auto reply = askFor(m_child, path, std::move(request), stop, meanwhile);
        return reply ? Result<void>{} : std::unexpected(reply.error());
    });
}

Result<std::vector<std::byte>> ImportClient::makeSegmentation(const SourceRef& source,
                                                              nlohmann::json request,
                                                              std::stop_token stop,
                                                              const Meanwhile& meanwhile)
{
    const auto& path = source.files.front();
    return guarded(path, [&]() -> Result<std::vector<std::byte>> {
        request["make"] = "segmentation";
        const auto reply = askFor(m_child, path, std::move(request), stop, meanwhile);
        if (!reply)
            return std::unexpected(reply.error());
        return pixelsOf<std::byte>(m_child, reply->header, SampleType::File, path);
    });
}

Result<std::string> ImportClient::info(const std::filesystem::path& path, std::stop_token stop)
{
    return guarded(path, [&]() -> Result<std::string> {
        auto request = requestFor(path, "facts");
        request["salvage"] = m_isSalvaging;
        const auto reply = replyWithHash(m_child, path, std::move(request), stop);
        if (!reply)
            return std::unexpected(reply.error());
        return reply->json.dump(2);
    });
}

} // namespace limn
