#include "io/masks/segmentation_writer.h"

#include "io/import_client.h"
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

Result<FilePieces> made(const MaskExport& masks, nlohmann::json segments, bool isFractional,
                        std::span<const std::byte> mask, ImportClient& client,
                        const std::stop_token& stop)
{
    nlohmann::json request{{"programVersion", masks.provenance.programVersion},
                           {"fractional", isFractional},
                           {"width", masks.labels.size.width},
                           {"height", masks.labels.size.height},
                           {"slices", masks.labels.sliceCount},
                           {"uidSeed", masks.uidSeed},
                           {"contentTime", masks.contentTime},
                           {"segments", std::move(segments)}};
    auto file = client.makeSegmentation(masks.source, std::move(request), mask, stop);
    if (!file)
        return std::unexpected(file.error());
    FilePieces pieces;
    pieces.push_back(std::move(*file));
    return pieces;
}

// Whether the table has a row for every label of the mask.
bool isNamed(const MaskExport& masks, const std::array<LabelShare, 256>& shares)
{
    for (std::size_t label = 1; label < shares.size(); ++label)
        if (shares[label].pixels > 0 && !masks.table.find(static_cast<Label>(label)))
            return false;
    return true;
}

Result<FilePieces> binary(const MaskExport& masks, ImportClient& client,
                          const std::stop_token& stop)
{
    const auto shares = labelShares(masks);
    if (!isNamed(masks, shares))
        return fail(ErrorCode::Internal, masks.stem, "a label of the mask is not in the table");
    auto segments = nlohmann::json::array();
    for (const LabelRow& row : masks.table.rows)
        segments.push_back(segmentJson(masks, row, shares[row.label]));
    return made(masks, std::move(segments), false, std::as_bytes(std::span(masks.labels.values)),
                client, stop);
}

bool isOfModel(const MaskExport& masks, const LabelRow& row)
{
    return std::ranges::any_of(masks.posteriors, [&row](const ProbabilityMap& map) {
        return !map.isEmpty() && row.label < map.classes;
    });
}

void appendBytes(std::vector<std::uint8_t>& bytes, const MaskExport& masks, const LabelRow& row)
{
    const Size size = masks.labels.size;
    for (const ProbabilityMap& map : masks.posteriors) {
        if (map.isEmpty() || row.label >= map.classes) {
            bytes.resize(bytes.size() + size.area());
            continue;
        }
        for (const float p : resizedBilinear(map.of(row.label), map.size, size))
            bytes.push_back(static_cast<std::uint8_t>(std::lround(std::clamp<double>(p, 0, 1) * 255)));
    }
}

Result<FilePieces> fractional(const MaskExport& masks, ImportClient& client,
                              const std::stop_token& stop)
{
    auto segments = nlohmann::json::array();
    std::vector<std::uint8_t> bytes;
    for (const LabelRow& row : masks.table.rows) {
        if (!isOfModel(masks, row))
            continue;
        segments.push_back(probabilityJson(masks, row));
        appendBytes(bytes, masks, row);
    }
    return made(masks, std::move(segments), true, std::as_bytes(std::span(bytes)), client, stop);
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
