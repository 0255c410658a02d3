#include "io/import/seg_mask.h"

#include "io/import/dicom_geometry.h"
#include "io/import/dicom_groups.h"
#include "io/import/dicom_pixels.h"
#include "io/import/dicom_reader.h"
#include "io/import/label_numbers.h"
#include "io/import/mask_reader.h"
#include "io/import/seg_colours.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace limn {
namespace {

constexpr double samePlaceMm = 0.01;

// Where a frame's slice is: along the normal, and of which picture's frame.
struct SliceKey {
    long long place = 0; // hundredths of a millimetre
    std::string instanceUid;
    int frame = -1;
    auto operator<=>(const SliceKey&) const = default;
};

struct Frame {
    SliceKey key;
    int segment = 0; // 0: the pixels are segment numbers
};

double along(const Vector3& origin, const Geometry& geometry)
{
    const Vector3 &r = geometry.rowDirection, &c = geometry.columnDirection;
    return origin[0] * (r[1] * c[2] - r[2] * c[1]) + origin[1] * (r[2] * c[0] - r[0] * c[2])
        + origin[2] * (r[0] * c[1] - r[1] * c[0]);
}

Frame frameOf(DicomFile& dicom, int number, const Geometry& geometry)
{
    Frame frame;
    DcmDataset& dataset = dicom.dataset();
    Uint16 segment = 0;
    if (DcmItem* const item = frameMacro(dataset, number, DCM_SegmentIdentificationSequence))
        item->findAndGetUint16(DCM_ReferencedSegmentNumber, segment);
    frame.segment = segment;
    if (!geometry.sliceOriginsMm.empty())
        frame.key.place = std::llround(
            along(geometry.sliceOriginsMm[static_cast<std::size_t>(number)], geometry) / samePlaceMm);
    DcmItem* source = nullptr;
    DcmItem* const derivation = frameMacro(dataset, number, DCM_DerivationImageSequence);
    if (derivation && derivation->findAndGetSequenceItem(DCM_SourceImageSequence, source).good()) {
        frame.key.instanceUid = text(*source, DCM_ReferencedSOPInstanceUID);
        Sint32 reference = 0;
        if (source->findAndGetSint32(DCM_ReferencedFrameNumber, reference).good() && reference > 0)
            frame.key.frame = reference - 1;
    }
    // A file without references: each of its frames that has a segment of its own is a slice.
    if (geometry.sliceOriginsMm.empty() && frame.key.instanceUid.empty()) {
        DcmItem* const content = frameMacro(dataset, number, DCM_FrameContentSequence);
        Uint32 place = 0;
        if (content)
            content->findAndGetUint32(DCM_InStackPositionNumber, place);
        frame.key.frame = place > 0 ? static_cast<int>(place) - 1 : -1;
    }
    return frame;
}

struct SegmentFacts {
    int number = 0;
    MaskLabel label;
};

std::vector<SegmentFacts> segmentsOf(DcmDataset& dataset, LabelNumbers& numbers)
{
    std::vector<SegmentFacts> segments;
    DcmSequenceOfItems* sequence = nullptr;
    if (dataset.findAndGetSequence(DCM_SegmentSequence, sequence).bad() || sequence == nullptr)
        return segments;
    for (unsigned long k = 0; k < sequence->card() && k < 65535; ++k) {
        DcmItem& item = *sequence->getItem(k);
        Uint16 number = 0;
        item.findAndGetUint16(DCM_SegmentNumber, number);
        if (number == 0)
            continue; // of a label map the background
        SegmentFacts segment{number, {numbers.of(number), text(item, DCM_SegmentLabel), {}}};
        std::array<int, 3> lab{};
        bool hasColour = true;
        for (unsigned long part = 0; part < 3; ++part) {
            Uint16 value = 0;
            hasColour = hasColour
                && item.findAndGetUint16(DCM_RecommendedDisplayCIELabValue, value, part).good();
            lab[part] = value;
        }
        if (hasColour)
            segment.label.colour = colourOfCielab(lab);
        segments.push_back(std::move(segment));
    }
    return segments;
}

// The smallest value that counts as inside.
int insideFrom(DcmDataset& dataset)
{
    if (text(dataset, DCM_SegmentationType) != "FRACTIONAL")
        return 1;
    Uint16 maximum = 255;
    dataset.findAndGetUint16(DCM_MaximumFractionalValue, maximum);
    return std::max(1, (maximum + 1) / 2);
}

void lay(const std::vector<std::int32_t>& pixels, const Frame& frame, int inside,
         LabelNumbers& numbers, std::span<Label> slice, std::size_t& met)
{
    const Label segment = frame.segment > 0 ? numbers.of(frame.segment) : Label{0};
    for (std::size_t i = 0; i < slice.size(); ++i) {
        if (frame.segment > 0 && pixels[i] < inside)
            continue;
        const Label label = frame.segment > 0 ? segment : numbers.of(pixels[i]);
        if (label == 0)
            continue;
        met += slice[i] != 0 && slice[i] != label ? 1 : 0;
        slice[i] = label;
    }
}

Result<ImportedMask> maskOf(DicomFile& dicom)
{
    const int frameCount = dicom.shape.frames;
    DcmDataset& dataset = dicom.dataset();
    dataset.convertToUTF8();
    Geometry geometry = geometryOf(dicom);
    std::vector<Frame> frames;
    std::vector<SliceKey> keys;
    for (int number = 0; number < frameCount; ++number) {
        frames.push_back(frameOf(dicom, number, geometry));
        keys.push_back(frames.back().key);
    }
    // With places, frames of one place are one slice, whatever they refer to.
    if (!geometry.sliceOriginsMm.empty())
        for (std::size_t k = 0; k < keys.size(); ++k)
            frames[k].key = keys[k] = {keys[k].place, {}, -1};
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    ImportedMask mask;
    mask.format = "DICOM SEG";
    mask.size = dicom.shape.size;
    mask.sliceCount = static_cast<int>(keys.size());
    if (auto good = checkMaskSize(mask.size, mask.sliceCount); !good)
        return std::unexpected(good.error());
    mask.values.resize(mask.size.area() * keys.size());
    LabelNumbers numbers;
    const auto segments = segmentsOf(dataset, numbers);
    const int inside = insideFrom(dataset);
    std::vector<Vector3> origins(geometry.sliceOriginsMm.empty() ? 0 : keys.size());
    std::size_t met = 0;
    for (int number = 0; number < frameCount; ++number) {
        const Frame& frame = frames[static_cast<std::size_t>(number)];
        const auto slice = static_cast<std::size_t>(
            std::ranges::lower_bound(keys, frame.key) - keys.begin());
        if (!origins.empty())
            origins[slice] = geometry.sliceOriginsMm[static_cast<std::size_t>(number)];
        const auto pixels = storedFrame(dicom, number);
        if (!pixels)
            return std::unexpected(pixels.error());
        lay(*pixels, frame, inside, numbers,
            std::span(mask.values).subspan(slice * mask.size.area(), mask.size.area()), met);
    }
    if (auto good = numbers.fault(); !good)
        return std::unexpected(good.error());
    for (const SliceKey& key : keys)
        if (origins.empty() && key.frame >= 0)
            mask.frames.push_back(key.frame);
    if (mask.frames.size() != keys.size())
        mask.frames.clear();
    geometry.sliceOriginsMm = std::move(origins);
    mask.geometry = std::move(geometry);
    for (const SegmentFacts& segment : segments)
        if (segment.label.label > 0)
            mask.labels.push_back(segment.label);
    for (const auto& [value, label] : numbers.taken())
        if (std::ranges::find(mask.labels, label, &MaskLabel::label) == mask.labels.end())
            mask.labels.push_back({label, {}, {}});
    if (met > 0)
        mask.notes.push_back(std::to_string(met) + " pixels belong to several segments; the last was taken");
    return mask;
}

} // namespace

std::optional<Result<ImportedMask>> segMask(const std::filesystem::path& path)
{
    auto dicom = openDicom(path);
    if (!dicom || text(dicom->dataset(), DCM_Modality) != "SEG")
        return std::nullopt;
    if (dicom->shape.samples != 1 || dicom->shape.kind != PixelKind::Integer)
        return fail(ErrorCode::UnsupportedFormat, {}, "a segmentation in colour or floating point");
    return maskOf(*dicom);
}

} // namespace limn
