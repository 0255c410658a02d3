#include "io/masks/segmentation_writer.h"

#include "io/import_client.h"
#include "io/masks/bit_packer.h"
#include "io/masks/file_names.h"
#include "io/masks/segment_json.h"
#include "model/data/bilinear.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

bool isDicom(const MaskExport& masks)
{
    return masks.source.format == "DICOM" && !masks.source.files.empty();
}

struct Object {
    nlohmann::json segments = nlohmann::json::array();
    std::vector<SegmentFrame> frames;
    bool isFractional = false;
    std::size_t pixelBytes = 0;
};

// The file up to its pixels.
Result<std::vector<std::byte>> headOf(const MaskExport& masks, Object object, ImportClient& client,
                                      const std::stop_token& stop, const Meanwhile& meanwhile = {})
{
    constexpr std::size_t maximumPixelBytes = std::size_t{2} << 30;
    if (object.pixelBytes >= maximumPixelBytes)
        return fail(ErrorCode::TooLarge, masks.stem, "the segmentation is over 2 GiB");
    auto frames = nlohmann::json::array();
    for (const SegmentFrame& frame : object.frames)
        frames.push_back({frame.segment, frame.slice});
    nlohmann::json request{{"programVersion", masks.provenance.programVersion},
                           {"fractional", object.isFractional},
                           {"width", masks.labels.size.width},
                           {"height", masks.labels.size.height},
                           {"slices", masks.labels.sliceCount},
                           {"uidSeed", masks.uidSeed},
                           {"contentTime", masks.contentTime},
                           {"segments", std::move(object.segments)},
                           {"objectFrames", std::move(frames)},
                           {"pixelBytes", object.pixelBytes}};
    return client.makeSegmentation(masks.source, std::move(request), stop, meanwhile);
}

// Whether the table has a row for every label of the mask.
bool isNamed(const MaskExport& masks, const LabelCount& counted)
{
    for (std::size_t label = 1; label < counted.shares.size(); ++label)
        if (counted.shares[label].pixels > 0 && !masks.table.find(static_cast<Label>(label)))
            return false;
    return true;
}

// Where the segment has a pixel; without any an empty frame, so that every segment has one.
void addFrames(std::vector<SegmentFrame>& frames, int segment, Label label, const LabelCount& counted)
{
    const std::size_t before = frames.size();
    for (std::size_t slice = 0; slice < counted.inSlices.size(); ++slice)
        if (counted.inSlices[slice].test(label))
            frames.push_back({segment, static_cast<int>(slice)});
    if (frames.size() == before)
        frames.push_back({segment, 0});
}

Result<FilePieces> binary(const MaskExport& masks, ImportClient& client,
                          const std::stop_token& stop)
{
    const LabelCount counted = countLabels(masks);
    if (!isNamed(masks, counted))
        return fail(ErrorCode::Internal, masks.stem, "a label of the mask is not in the table");
    Object object;
    std::vector<Label> labels;
    for (const LabelRow& row : masks.table.rows) {
        object.segments.push_back(segmentJson(masks, row, counted.shares[row.label]));
        addFrames(object.frames, static_cast<int>(labels.size()), row.label, counted);
        labels.push_back(row.label);
    }
    BitPacker packer(masks.labels, std::move(labels), object.frames);
    object.pixelBytes = packer.byteCount();
    auto head = headOf(masks, std::move(object), client, stop, [&] { return packer.advance(); });
    if (!head)
        return std::unexpected(head.error());
    FilePieces pieces;
    pieces.push_back(std::move(*head));
    pieces.push_back(packer.finish());
    return pieces;
}

bool isOfModel(const MaskExport& masks, const LabelRow& row)
{
    return std::ranges::any_of(masks.posteriors, [&row](const ProbabilityMap& map) {
        return !map.isEmpty() && row.label < map.classes;
    });
}

// The model's probability of the label, 0..255; empty where it has none or is 0 everywhere.
std::vector<std::byte> fractionsOf(const ProbabilityMap& map, Label label, Size size)
{
    if (map.isEmpty() || label >= map.classes)
        return {};
    std::vector<std::byte> plane;
    for (const float p : resizedBilinear(map.of(label), map.size, size))
        plane.push_back(static_cast<std::byte>(std::lround(std::clamp<double>(p, 0, 1) * 255)));
    const bool isEmpty = std::ranges::all_of(plane, [](std::byte value) { return value == std::byte{0}; });
    return isEmpty ? std::vector<std::byte>() : plane;
}

void addFractions(const MaskExport& masks, const LabelRow& row, Object& object,
                  std::vector<std::byte>& pixels)
{
    const auto segment = static_cast<int>(object.segments.size());
    const std::size_t before = object.frames.size();
    for (std::size_t slice = 0; slice < masks.posteriors.size(); ++slice) {
        const auto plane = fractionsOf(masks.posteriors[slice], row.label, masks.labels.size);
        if (plane.empty())
            continue;
        object.frames.push_back({segment, static_cast<int>(slice)});
        pixels.insert(pixels.end(), plane.begin(), plane.end());
    }
    if (object.frames.size() == before) {
        object.frames.push_back({segment, 0});
        pixels.resize(pixels.size() + masks.labels.size.area());
    }
    object.segments.push_back(probabilityJson(masks, row));
}

Result<FilePieces> fractional(const MaskExport& masks, ImportClient& client,
                              const std::stop_token& stop)
{
    Object object;
    object.isFractional = true;
    std::vector<std::byte> pixels;
    for (const LabelRow& row : masks.table.rows)
        if (isOfModel(masks, row))
            addFractions(masks, row, object, pixels);
    pixels.resize((pixels.size() + 1) / 2 * 2);
    object.pixelBytes = pixels.size();
    auto head = headOf(masks, std::move(object), client, stop);
    if (!head)
        return std::unexpected(head.error());
    FilePieces pieces;
    pieces.push_back(std::move(*head));
    pieces.push_back(std::move(pixels));
    return pieces;
}

} // namespace

std::vector<OutputFile> binarySegmentation(const MaskExport& masks)
{
    if (!isDicom(masks) || masks.table.rows.empty())
        return {};
    return {{safeFileName(masks.stem) + ".seg.dcm",
             {},
             [&masks](const Making& making) {
                 return binary(masks, *making.client, making.stop);
             }}};
}

std::vector<OutputFile> fractionalSegmentation(const MaskExport& masks)
{
    if (!isDicom(masks) || !std::ranges::any_of(masks.table.rows, [&masks](const LabelRow& row) {
            return isOfModel(masks, row);
        }))
        return {};
    return {{safeFileName(masks.stem) + ".segfrac.dcm",
             {},
             [&masks](const Making& making) {
                 return fractional(masks, *making.client, making.stop);
             }}};
}

} // namespace limn
