#include "io/masks/segmentation_writer.h"

#include "io/import_client.h"
#include "io/masks/bit_packer.h"
#include "io/masks/file_names.h"
#include "io/masks/segment_json.h"
#include "model/data/bilinear.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace limn {
namespace {

bool isDicom(const MaskExport& masks)
{
    return masks.source.format == "DICOM" && !masks.source.files.empty();
}

struct Object {
    nlohmann::json segments = nlohmann::json::array();
    std::vector<SegmentFrame> frames = {};
    bool isFractional = false;
    std::size_t pixelBytes = 0;
};

// What can be done meanwhile is.
Result<void> openSource(const MaskExport& masks, ImportClient& client, const std::stop_token& stop,
                        const Meanwhile& meanwhile)
{
    return client.openSegmentationSource(masks.source, masks.labels.size, masks.labels.sliceCount,
                                         stop, meanwhile);
}

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
                           {"uidSeed", masks.uidSeed},
                           {"contentTime", masks.contentTime},
                           {"segments", std::move(object.segments)},
                           {"frames", std::move(frames)},
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

// Where a segment has a pixel; without any an empty frame, so that every segment has one.
std::vector<SegmentFrame> framesOf(const LabelTable& table, const LabelCount& counted)
{
    std::vector<SegmentFrame> frames;
    int segment = 0;
    for (const LabelRow& row : table.rows) {
        const std::size_t before = frames.size();
        for (std::size_t slice = 0; slice < counted.inSlices.size(); ++slice)
            if (counted.inSlices[slice].test(row.label))
                frames.push_back({segment, static_cast<int>(slice)});
        if (frames.size() == before)
            frames.push_back({segment, 0});
        ++segment;
    }
    return frames;
}

// What is worked out here of a binary segmentation, a slice at a time, while the child is at work.
class BinaryPixels {
public:
    explicit BinaryPixels(const MaskExport& masks)
        : m_masks(masks)
        , m_counter(masks)
    {
    }

    bool advance()
    {
        if (m_packer)
            return m_packer->advance();
        if (!m_counter.advance())
            plan();
        return true;
    }
    const LabelCount& counted()
    {
        while (!m_packer)
            advance();
        return m_counted;
    }
    const std::vector<SegmentFrame>& frames() const { return m_frames; } // once counted
    std::size_t byteCount() const { return m_packer->byteCount(); }
    std::vector<std::byte> finish() { return m_packer->finish(); }

private:
    void plan()
    {
        m_counted = m_counter.finish();
        m_frames = framesOf(m_masks.table, m_counted);
        std::vector<Label> labels;
        for (const LabelRow& row : m_masks.table.rows)
            labels.push_back(row.label);
        m_packer.emplace(m_masks.labels, std::move(labels), m_frames);
    }

    const MaskExport& m_masks;
    LabelCounter m_counter;
    LabelCount m_counted;
    std::vector<SegmentFrame> m_frames;
    std::optional<BitPacker> m_packer; // once counted
};

Result<FilePieces> binary(const MaskExport& masks, ImportClient& client,
                          const std::stop_token& stop)
{
    BinaryPixels pixels(masks);
    const auto meanwhile = [&] { return pixels.advance(); };
    if (const auto opened = openSource(masks, client, stop, meanwhile); !opened)
        return std::unexpected(opened.error());
    const LabelCount& counted = pixels.counted();
    if (!isNamed(masks, counted))
        return fail(ErrorCode::Internal, masks.stem, "a label of the mask is not in the table");
    Object object{.frames = pixels.frames(), .pixelBytes = pixels.byteCount()};
    for (const LabelRow& row : masks.table.rows)
        object.segments.push_back(segmentJson(masks, row, counted.shares[row.label]));
    auto head = headOf(masks, std::move(object), client, stop, meanwhile);
    if (!head)
        return std::unexpected(head.error());
    FilePieces pieces;
    pieces.push_back(std::move(*head));
    pieces.push_back(pixels.finish());
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
    auto row = masks.table.rows.begin();
    const auto addNext = [&] {
        if (row == masks.table.rows.end())
            return false;
        if (isOfModel(masks, *row))
            addFractions(masks, *row, object, pixels);
        ++row;
        return true;
    };
    if (const auto opened = openSource(masks, client, stop, addNext); !opened)
        return std::unexpected(opened.error());
    while (addNext()) { }
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
