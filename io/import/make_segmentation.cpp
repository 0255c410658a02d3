#include "io/import/make_segmentation.h"

#include "io/import/bytes.h"
#include "io/import/descriptor_io.h"
#include "io/import/dicom_out.h"
#include "io/import/seg_object.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <limits>

namespace limn {

namespace {

constexpr std::size_t maximumMaskBytes = std::size_t{1} << 30;

bool empty(int descriptor)
{
    return ftruncate(descriptor, 0) == 0 && lseek(descriptor, 0, SEEK_SET) == 0;
}

Result<std::vector<std::uint8_t>> takeMask(const SegRequest& request, int descriptor,
                                           const std::string& name)
{
    if (request.maskBytes() > maximumMaskBytes)
        return fail(ErrorCode::TooLarge, name,
                    std::to_string(request.maskBytes()) + " bytes of masks of "
                        + std::to_string(maximumMaskBytes));
    std::vector<std::uint8_t> mask(request.maskBytes());
    if (lseek(descriptor, 0, SEEK_SET) != 0
        || !readAll(descriptor, std::as_writable_bytes(std::span(mask))) || !empty(descriptor))
        return fail(ErrorCode::Internal, name, "the mask is not in the shared memory");
    return mask;
}

} // namespace

Result<std::uint64_t> makeSegmentation(const nlohmann::json& json, int descriptor)
{
    const SegRequest request = segRequestOf(json);
    if (request.files.empty() || request.segments.empty())
        return fail(ErrorCode::Internal, {}, "a segmentation without a source or segments");
    const std::string name = displayName(request.files.front());
    auto mask = takeMask(request, descriptor, name);
    if (!mask)
        return std::unexpected(mask.error());
    auto source = openSegSource(request);
    if (!source)
        return std::unexpected(source.error());
    const auto frames = segFrames(request, *mask);
    DcmFileFormat file;
    DcmDataset& dataset = *file.getDataset();
    putSegmentation(dataset, request, *source, frames);
    {
        const auto pixels = segPixels(request, *mask, frames);
        *mask = {};
        if (pixels.size() > std::numeric_limits<Uint32>::max() / 2)
            return fail(ErrorCode::TooLarge, name, "the segmentation is over 2 GiB");
        if (dataset.putAndInsertUint8Array(DCM_PixelData, pixels.data(), pixels.size()).bad())
            return fail(ErrorCode::OutOfMemory, name, "for the segmentation's pixels");
    }
    if (!writeDicom(file, EXS_LittleEndianExplicit, descriptor))
        return fail(ErrorCode::OutOfMemory, name, "shared memory for the segmentation");
    return static_cast<std::uint64_t>(lseek(descriptor, 0, SEEK_CUR));
}

} // namespace limn
