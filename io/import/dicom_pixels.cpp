#include "io/import/dicom_pixels.h"

#include "io/import/bytes.h"
#include "io/import/dicom_codestream.h"
#include "io/import/dicom_jpeg2000.h"
#include "io/import/dicom_palette.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmimage/diregist.h>
#include <dcmtk/dcmimgle/dcmimage.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

namespace limn {

namespace {

std::unexpected<Error> damaged(const std::string& detail)
{
    return fail(ErrorCode::Damaged, {}, detail);
}

Result<DcmPixelData*> pixelElement(DicomFile& dicom)
{
    DcmElement* element = nullptr;
    if (dicom.dataset().findAndGetElement(DCM_PixelData, element).bad())
        return damaged("no pixel data");
    auto* pixels = dynamic_cast<DcmPixelData*>(element);
    if (pixels == nullptr)
        return damaged("the pixel data has no pixel data's type");
    return pixels;
}

// The bytes that hold a frame of uncompressed data, in this machine's order. `firstBit` is where
// the frame begins in them: frames of single bits need not begin at a byte.
Result<std::vector<std::uint8_t>> nativeBytes(DicomFile& dicom, int frame, std::size_t& firstBit)
{
    const auto pixels = pixelElement(dicom);
    if (!pixels)
        return std::unexpected(pixels.error());
    const std::uint64_t bits = dicom.shape.frameBits();
    const std::uint64_t from = bits * static_cast<std::uint64_t>(frame);
    // Even offsets and lengths: the element may be made of 16-bit words.
    const std::uint64_t firstByte = from / 8 / 2 * 2;
    const std::uint64_t endByte =
        std::min<std::uint64_t>((from + bits + 15) / 16 * 2, (*pixels)->getLength());
    firstBit = static_cast<std::size_t>(from - firstByte * 8);
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(endByte - firstByte));
    const OFCondition got = (*pixels)->getPartialValue(bytes.data(), static_cast<Uint32>(firstByte),
                                                       static_cast<Uint32>(bytes.size()));
    if (got.bad())
        return fail(ErrorCode::Truncated, {}, got.text());
    return bytes;
}

// Of a file that announces JPEG and holds the frame's bare pixels; else empty.
std::vector<std::uint8_t> bareBytes(DicomFile& dicom, int frame)
{
    if (dicom.dataset().getOriginalXfer() == EXS_RLELossless || isJpeg2000(dicom))
        return {};
    const auto bytes = codestream(dicom, frame);
    const std::size_t needed = (dicom.shape.frameBits() + 7) / 8;
    const bool isBare = bytes && bytes->size() >= needed && bytes->size() <= needed + 1
        && !startsWith(*bytes, "\xff\xd8");
    if (!isBare)
        return {};
    dicom.notes.push_back("the transfer syntax says JPEG, and the pixels are bare");
    const auto* const first = reinterpret_cast<const std::uint8_t*>(bytes->data());
    return {first, first + bytes->size()};
}

Result<std::vector<std::uint8_t>> decodedBytes(DicomFile& dicom, int frame)
{
    const auto pixels = pixelElement(dicom);
    if (!pixels)
        return std::unexpected(pixels.error());
    if (auto bare = bareBytes(dicom, frame); !bare.empty())
        return bare;
    if (auto sound = checkCodestream(dicom, frame); !sound)
        return std::unexpected(sound.error());
    Uint32 size = 0;
    const OFCondition sized = (*pixels)->getUncompressedFrameSize(&dicom.dataset(), size);
    if (sized.bad())
        return damaged(sized.text());
    std::vector<std::uint8_t> bytes(size + size % 2);
    Uint32 fragment = 0;
    OFString colourModel;
    const OFCondition decoded = (*pixels)->getUncompressedFrame(
        &dicom.dataset(), static_cast<Uint32>(frame), fragment, bytes.data(),
        static_cast<Uint32>(bytes.size()), colourModel);
    if (decoded.bad())
        return damaged(decoded.text());
    return bytes;
}

// Takes BitsStored bits below HighBit out of each word, with the sign.
template <typename Word>
std::vector<std::int32_t> unpacked(const PixelShape& shape, std::span<const std::uint8_t> bytes)
{
    std::vector<std::int32_t> values(shape.size.area() * static_cast<std::size_t>(shape.samples));
    const std::size_t count = std::min(values.size(), bytes.size() / sizeof(Word));
    const int below = shape.highBit + 1 - shape.bitsStored;
    const int above = 32 - shape.bitsStored;
    for (std::size_t i = 0; i < count; ++i) {
        Word word;
        std::memcpy(&word, bytes.data() + i * sizeof(Word), sizeof(Word));
        const std::uint32_t left = (static_cast<std::uint32_t>(word) >> below) << above;
        values[i] = shape.isSigned ? static_cast<std::int32_t>(left) >> above
                                   : static_cast<std::int32_t>(left >> above);
    }
    return values;
}

std::vector<std::int32_t> unpackedBits(const PixelShape& shape, std::span<const std::uint8_t> bytes,
                                       std::size_t firstBit)
{
    std::vector<std::int32_t> values(shape.size.area());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t bit = firstBit + i;
        if (bit / 8 < bytes.size())
            values[i] = (bytes[bit / 8] >> (bit % 8)) & 1;
    }
    return values;
}

// A 32-bit value in 16-bit words (OW) of a big-endian file: DCMTK turns each word, not the pair.
bool hasSwappedWords(DicomFile& dicom)
{
    const auto pixels = pixelElement(dicom);
    return pixels && dicom.shape.bitsAllocated == 32 && !dicom.isCompressed
        && dicom.dataset().getOriginalXfer() == EXS_BigEndianExplicit
        && (*pixels)->getVR() == EVR_OW;
}

void swapWords(std::span<std::uint8_t> bytes)
{
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4)
        std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                         bytes.begin() + static_cast<std::ptrdiff_t>(at + 2),
                         bytes.begin() + static_cast<std::ptrdiff_t>(at + 2));
}

} // namespace

Result<std::vector<std::int32_t>> storedFrame(DicomFile& dicom, int frame)
{
    // No standard way to compress single bits; DCMTK's decoders make nothing sensible of them.
    if (dicom.isCompressed && dicom.shape.bitsAllocated == 1)
        return fail(ErrorCode::UnsupportedFormat, {},
                    "1 bit a pixel, compressed as " + dicom.transferSyntax);
    if (isJpeg2000(dicom))
        return jpeg2000Frame(dicom, frame);
    std::size_t firstBit = 0;
    auto bytes =
        dicom.isCompressed ? decodedBytes(dicom, frame) : nativeBytes(dicom, frame, firstBit);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (hasSwappedWords(dicom))
        swapWords(*bytes);
    const std::span<const std::uint8_t> all(*bytes);
    const std::size_t firstByte = std::min(firstBit / 8, all.size());
    switch (dicom.shape.bitsAllocated) {
    case 1: return unpackedBits(dicom.shape, all, firstBit);
    case 8: return unpacked<std::uint8_t>(dicom.shape, all.subspan(firstByte));
    case 16: return unpacked<std::uint16_t>(dicom.shape, all);
    default: return unpacked<std::uint32_t>(dicom.shape, all);
    }
}

namespace {

// Uncompressed RGB of any depth; the order of planes as PlanarConfiguration says.
Result<std::vector<std::uint8_t>> nativeRgb(DicomFile& dicom, int frame)
{
    const auto samples = storedFrame(dicom, frame);
    if (!samples)
        return std::unexpected(samples.error());
    Uint16 planar = 0;
    dicom.dataset().findAndGetUint16(DCM_PlanarConfiguration, planar);
    const double scale = 255.0 / (std::ldexp(1.0, dicom.shape.bitsStored) - 1);
    const std::size_t area = dicom.shape.size.area();
    std::vector<std::uint8_t> values(samples->size());
    for (std::size_t pixel = 0; pixel < area; ++pixel) {
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const std::size_t from = planar == 1 ? channel * area + pixel : pixel * 3 + channel;
            const auto sample = static_cast<std::uint32_t>((*samples)[from]);
            values[pixel * 3 + channel] = static_cast<std::uint8_t>(std::lround(scale * sample));
        }
    }
    return values;
}

} // namespace

Result<std::vector<std::uint8_t>> colourFrame(DicomFile& dicom, int frame)
{
    if (dicom.shape.isPalette()) {
        const auto palette = readPalette(dicom);
        if (!palette)
            return std::unexpected(palette.error());
        const auto indices = storedFrame(dicom, frame);
        if (!indices)
            return std::unexpected(indices.error());
        return coloured(*palette, *indices);
    }
    if (isJpeg2000(dicom)) {
        const auto samples = jpeg2000Frame(dicom, frame);
        if (!samples)
            return std::unexpected(samples.error());
        return std::vector<std::uint8_t>(samples->begin(), samples->end());
    }
    if (!dicom.isCompressed && dicom.shape.photometric == "RGB")
        return nativeRgb(dicom, frame);
    if (dicom.isCompressed)
        if (auto sound = checkCodestream(dicom, frame); !sound)
            return std::unexpected(sound.error());
    DicomImage image(&dicom.dataset(), dicom.dataset().getOriginalXfer(),
                     CIF_UsePartialAccessToPixelData | CIF_IgnoreModalityTransformation,
                     static_cast<unsigned long>(frame), 1);
    if (image.getStatus() != EIS_Normal)
        return damaged(DicomImage::getString(image.getStatus()));
    image.hideAllOverlays();
    const Size size{static_cast<int>(image.getWidth()), static_cast<int>(image.getHeight())};
    if (!(size == dicom.shape.size) || image.isMonochrome())
        return damaged("the decoded picture is not the announced one");
    std::vector<std::uint8_t> values(size.area() * 3);
    if (image.getOutputData(values.data(), static_cast<unsigned long>(values.size()), 8) == 0)
        return damaged("no colours could be made");
    return values;
}

Result<std::vector<float>> floatFrame(DicomFile& dicom, int frame)
{
    const bool isDouble = dicom.shape.kind == PixelKind::Double;
    const std::size_t area = dicom.shape.size.area();
    const std::size_t from = area * static_cast<std::size_t>(frame);
    const auto taken = [&](const auto* data, unsigned long count) -> Result<std::vector<float>> {
        if (data == nullptr || count < from + area)
            return fail(ErrorCode::Truncated, {}, "floating-point pixels");
        std::vector<float> values(area);
        for (std::size_t i = 0; i < area; ++i)
            values[i] = static_cast<float>(data[from + i]);
        return values;
    };
    unsigned long count = 0;
    if (isDouble) {
        const Float64* data = nullptr;
        dicom.dataset().findAndGetFloat64Array(DCM_DoubleFloatPixelData, data, &count);
        return taken(data, count);
    }
    const Float32* data = nullptr;
    dicom.dataset().findAndGetFloat32Array(DCM_FloatPixelData, data, &count);
    return taken(data, count);
}

} // namespace limn
