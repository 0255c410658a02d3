#include "io/import/dicom_reader.h"

#include "io/import/dicom_file.h"
#include "io/import/dicom_geometry.h"
#include "io/import/dicom_kept.h"
#include "io/import/dicom_modality.h"
#include "io/import/dicom_overlay.h"
#include "io/import/dicom_pixels.h"
#include "io/import/dicom_tags.h"
#include "io/import/dicom_voi.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/oflog/oflog.h>

#include <algorithm>
#include <cctype>
#include <span>

namespace limn {

namespace {

std::string text(DcmDataset& dataset, const DcmTagKey& tag)
{
    OFString value;
    dataset.findAndGetOFString(tag, value);
    return value.c_str();
}

// Plain loops, so that the compiler takes several values at once.
std::pair<std::int32_t, std::int32_t> lowestAndHighest(std::span<const std::int32_t> values)
{
    std::int32_t low = values.front(), high = values.front();
    for (const std::int32_t value : values) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    return {low, high};
}

void rescale(std::span<const std::int32_t> stored, double slope, double intercept,
             std::span<float> values)
{
    for (std::size_t i = 0; i < stored.size(); ++i)
        values[i] = static_cast<float>(static_cast<double>(stored[i]) * slope + intercept);
}

// Unsigned 32-bit values travel as their bits.
std::int64_t storedValue(const PixelShape& shape, std::int32_t value)
{
    return shape.isSigned ? value : static_cast<std::int64_t>(static_cast<std::uint32_t>(value));
}

// Whether the stored values are what their 32 bits say with a sign.
bool areSigned(const PixelShape& shape)
{
    return shape.isSigned || shape.bitsStored < 32;
}

std::pair<std::int64_t, std::int64_t> rangeOf(const PixelShape& shape,
                                              const std::vector<std::int32_t>& stored)
{
    if (areSigned(shape)) {
        const auto [low, high] = lowestAndHighest(stored);
        return {low, high};
    }
    std::pair range{storedValue(shape, stored.front()), storedValue(shape, stored.front())};
    for (const std::int32_t value : stored) {
        const std::int64_t whole = storedValue(shape, value);
        range = {std::min(range.first, whole), std::max(range.second, whole)};
    }
    return range;
}

std::vector<float> modalityValues(const PixelShape& shape, const Modality& modality,
                                  const std::vector<std::int32_t>& stored)
{
    std::vector<float> values(stored.size());
    if (areSigned(shape) && modality.table.empty())
        rescale(stored, modality.slope, modality.intercept, values);
    else
        std::ranges::transform(stored, values.begin(), [&](std::int32_t value) {
            return static_cast<float>(modality.apply(storedValue(shape, value)));
        });
    return values;
}

void fillFacts(DicomFile& dicom, FileFacts& facts)
{
    const PixelShape& shape = dicom.shape;
    facts.format = "DICOM";
    facts.size = shape.size;
    facts.frames = shape.frames;
    facts.bits = shape.kind == PixelKind::Integer ? shape.bitsStored : shape.bitsAllocated;
    facts.isSigned = shape.isSigned || shape.kind != PixelKind::Integer;
    facts.photometric = shape.photometric;
    facts.transferSyntax = dicom.transferSyntax;
    facts.isInverted = shape.photometric == "MONOCHROME1";
    facts.geometry = geometryOf(dicom);
    facts.timesMs = timesOf(dicom);
    facts.studyUid = text(dicom.dataset(), DCM_StudyInstanceUID);
    facts.seriesUid = text(dicom.dataset(), DCM_SeriesInstanceUID);
    facts.instanceUid = text(dicom.dataset(), DCM_SOPInstanceUID);
}

Result<void> fillColour(DicomFile& dicom, const ReadRequest& request, Picture& picture)
{
    const auto values = colourFrame(dicom, request.frame);
    if (!values)
        return std::unexpected(values.error());
    picture.channels = 3;
    if (request.wanted == Wanted::Stored || request.wanted == Wanted::Labels)
        picture.samples = std::vector<std::int32_t>(values->begin(), values->end());
    else
        picture.samples = std::vector<float>(values->begin(), values->end());
    return {};
}

Result<void> fillGrey(DicomFile& dicom, const ReadRequest& request, Picture& picture)
{
    auto stored = storedFrame(dicom, request.frame);
    if (!stored)
        return std::unexpected(stored.error());
    const Modality modality = modalityOf(dicom, request.frame);
    const auto [low, high] = rangeOf(dicom.shape, *stored);
    picture.facts.slope = modality.slope;
    picture.facts.intercept = modality.intercept;
    picture.facts.windows = windowsOf(dicom, request.frame, modality, low, high);
    if (const auto padding = storedPadding(dicom))
        picture.padding = static_cast<double>(static_cast<float>(modality.apply(*padding)));
    if (request.wanted == Wanted::Stored || request.wanted == Wanted::Labels) {
        picture.samples = std::move(*stored);
        return {};
    }
    picture.samples = modalityValues(dicom.shape, modality, *stored);
    return {};
}

Result<void> fillFloat(DicomFile& dicom, const ReadRequest& request, Picture& picture)
{
    if (request.wanted == Wanted::Stored || request.wanted == Wanted::Labels)
        return fail(ErrorCode::UnsupportedFormat, {}, "floating-point pixels are no whole numbers");
    auto values = floatFrame(dicom, request.frame);
    if (!values)
        return std::unexpected(values.error());
    picture.samples = std::move(*values);
    return {};
}

Result<void> fillSamples(DicomFile& dicom, const ReadRequest& request, Picture& picture)
{
    const PixelShape& shape = dicom.shape;
    const bool asStored = request.wanted == Wanted::Stored || request.wanted == Wanted::Labels;
    if (shape.kind != PixelKind::Integer)
        return fillFloat(dicom, request, picture);
    if (shape.isColour() || (shape.isPalette() && !asStored))
        return fillColour(dicom, request, picture);
    return fillGrey(dicom, request, picture);
}

} // namespace

bool looksLikeDicom(Bytes head)
{
    return startsWith(head, "DICM", 128);
}

bool looksLikeBareDicom(Bytes head)
{
    if (head.size() < 16)
        return false;
    for (const Endian endian : {Endian::Little, Endian::Big}) {
        const auto group = numberAt(head, 0, 2, endian);
        const auto element = numberAt(head, 2, 2, endian);
        const bool isExplicit = std::isupper(std::to_integer<int>(head[4])) != 0
            && std::isupper(std::to_integer<int>(head[5])) != 0;
        const bool isFirst = group == 8 || (group == 2 && element <= 0x10);
        if (isFirst && element < 0x100 && (isExplicit || numberAt(head, 4, 4, endian) < 0x400))
            return true;
    }
    return false;
}

void prepareDicom()
{
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    DcmRLEDecoderRegistration::registerCodecs();
    DJDecoderRegistration::registerCodecs();
    DJLSDecoderRegistration::registerCodecs();
}

Result<Picture> readDicom(const ReadRequest& request)
{
    const std::string name = displayName(request.path);
    const auto kept =
        keptDicom(request.path, request.isSalvage ? CutPixels::Allowed : CutPixels::Refused);
    if (!kept)
        return std::unexpected(kept.error());
    DicomFile* const dicom = *kept;
    if (request.frame < 0 || request.frame >= dicom->shape.frames)
        return fail(ErrorCode::BadArgument, name,
                    "frame " + std::to_string(request.frame + 1) + " of "
                        + std::to_string(dicom->shape.frames));
    Picture picture;
    fillFacts(*dicom, picture.facts);
    picture.size = dicom->shape.size;
    if (auto filled = fillSamples(*dicom, request, picture); !filled)
        return fail(filled.error().code, name, filled.error().detail);
    picture.facts.channels = picture.channels;
    picture.facts.notes = dicom->notes;
    if (request.wanted == Wanted::Values)
        picture.graphics = graphicsOf(*dicom, request.frame);
    if (request.wanted == Wanted::Facts) {
        picture.facts.tags = tagList(dicom->dataset());
        forgetKeptDicom(); // its texts were changed
    }
    return picture;
}

} // namespace limn
