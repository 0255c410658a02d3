#include "io/import/make_segmentation.h"

#include "io/import/descriptor_io.h"
#include "io/import/dicom_out.h"
#include "io/import/seg_object.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace limn {

namespace {

std::optional<SegSource>& opened()
{
    static std::optional<SegSource> source;
    return source;
}

bool isSound(const SegRequest& request, const SegSource& source)
{
    const auto segments = static_cast<int>(request.segments.size());
    return segments > 0 && !request.frames.empty() && request.pixelBytes % 2 == 0
        && std::ranges::all_of(request.frames, [&](const SegmentFrame& frame) {
               return frame.segment >= 0 && frame.segment < segments && frame.slice >= 0
                   && frame.slice < source.slices;
           });
}

// PixelData (7FE0,0010) as other bytes, little endian.
std::array<std::byte, 12> pixelHeader(std::uint32_t length)
{
    constexpr std::array<unsigned char, 8> begin{0xe0, 0x7f, 0x10, 0x00, 'O', 'B', 0, 0};
    std::array<std::byte, 12> header{};
    std::ranges::transform(begin, header.begin(), [](unsigned char byte) { return std::byte{byte}; });
    for (std::size_t k = 0; k < 4; ++k)
        header[begin.size() + k] = static_cast<std::byte>(length >> (8 * k) & 0xff);
    return header;
}

} // namespace

Result<void> openSource(const nlohmann::json& json)
{
    opened().reset();
    auto source = openSegSource(segImagesOf(json));
    if (!source)
        return std::unexpected(source.error());
    opened().emplace(std::move(*source));
    return {};
}

Result<std::uint64_t> makeSegmentation(const nlohmann::json& json, int descriptor)
{
    auto source = std::exchange(opened(), std::nullopt);
    const SegRequest request = segRequestOf(json);
    if (!source || !isSound(request, *source))
        return fail(ErrorCode::Internal, {}, "a segmentation without a source, segments or frames");
    DcmFileFormat file;
    putSegmentation(*file.getDataset(), request, *source);
    const bool isWritten = ftruncate(descriptor, 0) == 0 && lseek(descriptor, 0, SEEK_SET) == 0
        && writeDicom(file, EXS_LittleEndianExplicit, DataSetOrigin::Own, descriptor)
        && writeAll(descriptor, pixelHeader(request.pixelBytes));
    if (!isWritten)
        return fail(ErrorCode::OutOfMemory, source->name, "shared memory for the segmentation");
    return static_cast<std::uint64_t>(lseek(descriptor, 0, SEEK_CUR));
}

} // namespace limn
