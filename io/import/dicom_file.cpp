#include "io/import/dicom_file.h"

#include "io/import/bytes.h"
#include "io/import/dicom_scan.h"
#include "io/import/dicom_syntax.h"
#include "model/data/import_wire.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcpixel.h>

#include <array>
#include <charconv>
#include <cstdlib>

namespace limn {

namespace {

constexpr std::size_t maximumFrameBits = std::size_t{8} << 30;
constexpr std::size_t maximumSalvaged = std::size_t{1} << 30;
constexpr std::uint64_t maximumExpansion = 2000; // of all frames to the file

std::unexpected<Error> damaged(const std::string& detail)
{
    return fail(ErrorCode::Damaged, {}, detail);
}

Result<int> unsignedShort(DcmItem& dataset, const DcmTagKey& tag, const char* name)
{
    Uint16 value = 0;
    if (dataset.findAndGetUint16(tag, value).bad())
        return damaged(std::string("no ") + name);
    return value;
}

// IS text; absent or empty means one.
Result<int> frameCount(DcmItem& dataset)
{
    OFString text;
    if (dataset.findAndGetOFString(DCM_NumberOfFrames, text).bad() || text.empty())
        return 1;
    int count = 0;
    const auto from = text.find_first_not_of(' ');
    const char* first = text.c_str() + (from == OFString_npos ? 0 : from);
    const auto [end, fault] = std::from_chars(first, text.c_str() + text.size(), count);
    if (fault != std::errc{} || (*end != '\0' && *end != ' '))
        return damaged("NumberOfFrames is no sensible number");
    if (count < 1 || count > maximumFrames)
        return fail(count < 1 ? ErrorCode::Damaged : ErrorCode::TooLarge, {},
                    "NumberOfFrames " + std::to_string(count));
    return count;
}

Result<void> readBits(DcmItem& dataset, PixelShape& shape)
{
    constexpr std::array allowed{1, 8, 16, 32};
    const auto allocated = unsignedShort(dataset, DCM_BitsAllocated, "BitsAllocated");
    if (!allocated)
        return std::unexpected(allocated.error());
    shape.bitsAllocated = *allocated;
    if (shape.kind != PixelKind::Integer) {
        const int expected = shape.kind == PixelKind::Float ? 32 : 64;
        if (*allocated != expected)
            return damaged("BitsAllocated " + std::to_string(*allocated)
                           + " of floating-point pixels");
        return {};
    }
    if (std::find(allowed.begin(), allowed.end(), *allocated) == allowed.end())
        return damaged("BitsAllocated " + std::to_string(*allocated));
    const auto stored = unsignedShort(dataset, DCM_BitsStored, "BitsStored");
    if (!stored)
        return std::unexpected(stored.error());
    if (*stored < 1 || *stored > *allocated)
        return damaged("BitsStored " + std::to_string(*stored) + " of "
                       + std::to_string(*allocated));
    shape.bitsStored = *stored;
    shape.highBit = unsignedShort(dataset, DCM_HighBit, "HighBit").value_or(*stored - 1);
    if (shape.highBit >= *allocated || shape.highBit < *stored - 1)
        return damaged("HighBit " + std::to_string(shape.highBit) + " with BitsStored "
                       + std::to_string(*stored));
    const int sign =
        unsignedShort(dataset, DCM_PixelRepresentation, "PixelRepresentation").value_or(0);
    if (sign > 1)
        return damaged("PixelRepresentation " + std::to_string(sign));
    shape.isSigned = sign == 1;
    return {};
}

Result<void> readPhotometric(DcmItem& dataset, PixelShape& shape)
{
    constexpr std::array<std::string_view, 2> grey{"MONOCHROME1", "MONOCHROME2"};
    constexpr std::array<std::string_view, 5> colour{"RGB", "YBR_FULL", "YBR_FULL_422", "YBR_ICT",
                                                     "YBR_RCT"};
    OFString text;
    dataset.findAndGetOFString(DCM_PhotometricInterpretation, text);
    shape.photometric = text.c_str();
    if (shape.photometric.empty())
        return damaged("no PhotometricInterpretation");
    const bool isGrey =
        std::ranges::find(grey, shape.photometric) != grey.end() || shape.isPalette();
    const bool isColour = std::ranges::find(colour, shape.photometric) != colour.end();
    if (!isGrey && !isColour)
        return fail(ErrorCode::UnsupportedFormat, {},
                    "PhotometricInterpretation " + shape.photometric);
    if (shape.samples != (isGrey ? 1 : 3))
        return damaged("SamplesPerPixel " + std::to_string(shape.samples) + " with "
                       + shape.photometric);
    return {};
}

Result<PixelShape> readShape(DcmItem& dataset)
{
    PixelShape shape;
    if (dataset.tagExists(DCM_FloatPixelData))
        shape.kind = PixelKind::Float;
    else if (dataset.tagExists(DCM_DoubleFloatPixelData))
        shape.kind = PixelKind::Double;
    else if (!dataset.tagExists(DCM_PixelData))
        return fail(ErrorCode::NotAnImage, {}, "a DICOM file without pixel data");
    const auto rows = unsignedShort(dataset, DCM_Rows, "Rows");
    const auto columns = unsignedShort(dataset, DCM_Columns, "Columns");
    const auto samples = unsignedShort(dataset, DCM_SamplesPerPixel, "SamplesPerPixel");
    for (const auto* number : {&rows, &columns, &samples})
        if (!*number)
            return std::unexpected(number->error());
    shape.size = {*columns, *rows};
    shape.samples = *samples;
    if (*rows == 0 || *columns == 0 || (*samples != 1 && *samples != 3))
        return damaged(std::to_string(*columns) + " x " + std::to_string(*rows) + " pixels of "
                       + std::to_string(*samples) + " samples");
    if (*rows > maximumSide || *columns > maximumSide || shape.size.area() > maximumArea)
        return fail(ErrorCode::TooLarge, {},
                    std::to_string(*columns) + " x " + std::to_string(*rows) + " pixels");
    const auto frames = frameCount(dataset);
    if (!frames)
        return std::unexpected(frames.error());
    shape.frames = *frames;
    if (auto bits = readBits(dataset, shape); !bits)
        return std::unexpected(bits.error());
    if (auto photometric = readPhotometric(dataset, shape); !photometric)
        return std::unexpected(photometric.error());
    if (shape.frameBits() > maximumFrameBits)
        return fail(ErrorCode::TooLarge, {}, "one frame is over 1 GiB");
    return shape;
}

// Whether the pixels that the header announces can be in the file.
Result<void> checkPixelLength(DicomFile& dicom, std::uint64_t fileBytes)
{
    const PixelShape& shape = dicom.shape;
    const std::uint64_t bits = static_cast<std::uint64_t>(shape.frames) * shape.frameBits();
    const std::uint64_t needed = bits / 8 + (bits % 8 != 0 ? 1 : 0);
    if (dicom.isCompressed) {
        if (needed / maximumExpansion > fileBytes)
            return fail(ErrorCode::TooLarge, {},
                        std::to_string(needed) + " bytes of pixels announced in a file of "
                            + std::to_string(fileBytes));
        return {};
    }
    const DcmTagKey tag = shape.kind == PixelKind::Float ? DCM_FloatPixelData
        : shape.kind == PixelKind::Double                ? DCM_DoubleFloatPixelData
                                                         : DCM_PixelData;
    DcmElement* element = nullptr;
    if (dicom.dataset().findAndGetElement(tag, element).bad() || element == nullptr)
        return fail(ErrorCode::NotAnImage, {}, "a DICOM file without pixel data");
    const std::uint64_t held = element->getLength();
    if (held == 0)
        return damaged("the pixel data is empty");
    if (held < needed)
        return fail(ErrorCode::Truncated, {},
                    std::to_string(held) + " of " + std::to_string(needed) + " bytes of pixels");
    if (held > needed + 1)
        dicom.notes.push_back("the pixel data is longer than the picture");
    return {};
}

Result<void> identifySyntax(DicomFile& dicom, const DicomScan& scan)
{
    if (!scan.hasMeta) {
        dicom.transferSyntax = DcmXfer(dicom.dataset().getOriginalXfer()).getXferName();
        dicom.notes.push_back("no DICOM header in front of the data set; its encoding was guessed");
        return {};
    }
    // As text: for an unknown UID DCMTK would say Explicit VR Little Endian.
    const TransferSyntax* syntax = transferSyntax(scan.transferSyntaxUid);
    if (syntax == nullptr)
        return fail(ErrorCode::UnsupportedFormat, {}, "transfer syntax " + scan.transferSyntaxUid);
    dicom.transferSyntax = syntax->name;
    dicom.isCompressed = syntax->isCompressed;
    if (!syntax->isRead)
        return fail(ErrorCode::UnsupportedFormat, {}, dicom.transferSyntax);
    return {};
}

Result<void> load(const std::filesystem::path& path, DicomFile& dicom)
{
    dicom.file = std::make_unique<DcmFileFormat>();
    const OFCondition loaded = dicom.file->loadFile(path.c_str());
    if (loaded.good())
        return {};
    const bool endsEarly = loaded == EC_InvalidStream || loaded == EC_StreamNotifyClient;
    return fail(endsEarly ? ErrorCode::Truncated : ErrorCode::Damaged, {}, loaded.text());
}

// With zeros in place of the pixels that are missing at the end.
Result<void> loadCut(const std::filesystem::path& path, std::uint64_t missing, DicomFile& dicom)
{
    auto bytes = readBytes(path, maximumSalvaged);
    if (!bytes)
        return std::unexpected(bytes.error());
    const std::size_t held = bytes->size();
    if (missing > maximumSalvaged || held >= maximumSalvaged)
        return fail(ErrorCode::TooLarge, {}, "a cut file of over 1 GiB");
    bytes->resize(held + static_cast<std::size_t>(missing));
    DcmInputBufferStream stream;
    stream.setBuffer(bytes->data(), static_cast<offile_off_t>(bytes->size()));
    stream.setEos();
    dicom.file = std::make_unique<DcmFileFormat>();
    dicom.file->transferInit();
    const OFCondition loaded = dicom.file->read(stream);
    dicom.file->transferEnd();
    if (loaded.bad())
        return fail(ErrorCode::Damaged, {}, loaded.text());
    dicom.notes.push_back(salvageNote + std::to_string(missing)
                          + " bytes of pixels are missing and are 0");
    return {};
}

Result<DicomFile> openChecked(const std::filesystem::path& path, CutPixels cut)
{
    const auto scan = scanDicom(path, cut);
    if (!scan)
        return std::unexpected(scan.error());
    DicomFile dicom;
    if (scan->hasMeta)
        if (auto known = identifySyntax(dicom, *scan); !known)
            return std::unexpected(known.error());
    const auto loaded = scan->missingBytes > 0 ? loadCut(path, scan->missingBytes, dicom)
                                               : load(path, dicom);
    if (!loaded)
        return std::unexpected(loaded.error());
    if (!scan->hasMeta)
        if (auto known = identifySyntax(dicom, *scan); !known)
            return std::unexpected(known.error());
    auto shape = readShape(dicom.dataset());
    if (!shape)
        return std::unexpected(shape.error());
    dicom.shape = std::move(*shape);
    if (auto fits = checkPixelLength(dicom, scan->fileBytes); !fits)
        return std::unexpected(fits.error());
    return dicom;
}

} // namespace

std::size_t PixelShape::frameBits() const
{
    const std::size_t perPixel =
        photometric == "YBR_FULL_422" ? 2 : static_cast<std::size_t>(samples);
    return size.area() * perPixel * static_cast<std::size_t>(bitsAllocated);
}

Result<DicomFile> openDicom(const std::filesystem::path& path, CutPixels cut)
{
    auto dicom = openChecked(path, cut);
    if (!dicom)
        return fail(dicom.error().code, displayName(path), dicom.error().detail);
    return dicom;
}

} // namespace limn
