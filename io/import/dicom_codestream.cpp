#include "io/import/dicom_codestream.h"

#include "io/import/jpeg_header.h"

#include <dcmtk/dcmdata/dccodec.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>

namespace limn {

namespace {

constexpr std::size_t rleHeaderBytes = 64;
constexpr std::size_t enoughForHeader = std::size_t{256} << 10;

std::unexpected<Error> damaged(const std::string& detail)
{
    return fail(ErrorCode::Damaged, {}, detail);
}

struct Fragment {
    std::vector<std::byte> bytes; // all of it, or the beginning
    bool isWholeFrame = false;
};

Result<DcmPixelSequence*> compressedPixels(DicomFile& dicom)
{
    DcmElement* element = nullptr;
    DcmPixelSequence* sequence = nullptr;
    dicom.dataset().findAndGetElement(DCM_PixelData, element);
    auto* pixels = dynamic_cast<DcmPixelData*>(element);
    if (pixels == nullptr
        || pixels
               ->getEncapsulatedRepresentation(dicom.dataset().getOriginalXfer(), nullptr, sequence)
               .bad()
        || sequence == nullptr)
        return damaged("the pixel data is not compressed, as the transfer syntax says");
    return sequence;
}

// Its number in the sequence, in which 0 is the table of offsets.
Result<Uint32> firstFragmentOf(DcmPixelSequence& sequence, int frame, int frames)
{
    Uint32 place = 0;
    if (sequence.card() < 2
        || DcmCodec::determineStartFragment(static_cast<Uint32>(frame), frames, &sequence, place)
               .bad())
        return damaged("the compressed frame can't be found");
    return place;
}

Result<Fragment> firstFragment(DicomFile& dicom, int frame, bool wantsAll)
{
    const auto sequence = compressedPixels(dicom);
    if (!sequence)
        return std::unexpected(sequence.error());
    const auto place = firstFragmentOf(**sequence, frame, dicom.shape.frames);
    if (!place)
        return std::unexpected(place.error());
    DcmPixelItem* item = nullptr;
    if ((*sequence)->getItem(item, *place).bad() || item->getLength() == 0)
        return damaged("the compressed frame is empty");
    const bool isOnly = static_cast<int>((*sequence)->card()) == dicom.shape.frames + 1;
    const std::size_t length = item->getLength();
    Fragment fragment;
    fragment.isWholeFrame = isOnly && wantsAll;
    fragment.bytes.resize(fragment.isWholeFrame ? length : std::min(length, enoughForHeader));
    const OFCondition got =
        item->getPartialValue(fragment.bytes.data(), 0, static_cast<Uint32>(fragment.bytes.size()));
    if (got.bad())
        return fail(ErrorCode::Truncated, {}, got.text());
    return fragment;
}

Result<void> checkRle(const PixelShape& shape, Bytes fragment)
{
    if (fragment.size() < rleHeaderBytes)
        return damaged("the RLE header is cut");
    const auto segments = numberAt(fragment, 0, 4, Endian::Little);
    const auto expected =
        static_cast<std::uint32_t>(shape.samples * ((shape.bitsAllocated + 7) / 8));
    if (segments != expected)
        return damaged("RLE with " + std::to_string(segments) + " segments instead of "
                       + std::to_string(expected));
    std::uint32_t before = rleHeaderBytes - 1;
    for (std::uint32_t i = 1; i <= segments; ++i) {
        const auto offset = numberAt(fragment, 4 * i, 4, Endian::Little);
        if (offset <= before)
            return damaged("the RLE segments are out of order");
        before = offset;
    }
    return {};
}

Result<void> checkJpeg(const PixelShape& shape, const Fragment& fragment)
{
    const auto header =
        fragment.isWholeFrame ? jpegHeader(fragment.bytes) : jpegFrameHeader(fragment.bytes);
    if (!header)
        return fail(header.error().code == ErrorCode::NotAnImage ? ErrorCode::Damaged
                                                                 : header.error().code,
                    {}, header.error().detail);
    const Size size{header->width, header->height};
    if (!(size == shape.size) || header->components != shape.samples)
        return damaged("the compressed frame is " + std::to_string(size.width) + " x "
                       + std::to_string(size.height) + " with " + std::to_string(header->components)
                       + " samples, the data set says " + std::to_string(shape.size.width) + " x "
                       + std::to_string(shape.size.height) + " with "
                       + std::to_string(shape.samples));
    if (header->bits > shape.bitsAllocated)
        return damaged("the compressed frame has " + std::to_string(header->bits)
                       + " bits, the data set " + std::to_string(shape.bitsAllocated));
    return {};
}

} // namespace

Result<void> checkCodestream(DicomFile& dicom, int frame)
{
    const bool isRle = dicom.dataset().getOriginalXfer() == EXS_RLELossless;
    const auto fragment = firstFragment(dicom, frame, !isRle);
    if (!fragment)
        return std::unexpected(fragment.error());
    return isRle ? checkRle(dicom.shape, fragment->bytes) : checkJpeg(dicom.shape, *fragment);
}

Result<std::vector<std::byte>> codestream(DicomFile& dicom, int frame)
{
    const auto sequence = compressedPixels(dicom);
    if (!sequence)
        return std::unexpected(sequence.error());
    const auto first = firstFragmentOf(**sequence, frame, dicom.shape.frames);
    const auto end = frame + 1 < dicom.shape.frames
        ? firstFragmentOf(**sequence, frame + 1, dicom.shape.frames)
        : Result<Uint32>(static_cast<Uint32>((*sequence)->card()));
    if (!first || !end)
        return std::unexpected((first ? end : first).error());
    std::vector<std::byte> bytes;
    for (Uint32 place = *first; place < *end; ++place) {
        DcmPixelItem* item = nullptr;
        if ((*sequence)->getItem(item, place).bad())
            return damaged("a part of the compressed frame can't be found");
        const std::size_t before = bytes.size();
        bytes.resize(before + item->getLength());
        if (item->getLength() == 0)
            continue;
        const OFCondition got =
            item->getPartialValue(bytes.data() + before, 0, static_cast<Uint32>(item->getLength()));
        if (got.bad())
            return fail(ErrorCode::Truncated, {}, got.text());
    }
    if (bytes.empty())
        return damaged("the compressed frame is empty");
    return bytes;
}

} // namespace limn
