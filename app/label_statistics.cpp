#include "app/label_statistics.h"

#include "io/release/csv.h"
#include "model/data/vector3.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace limn {
namespace {

// Between neighbouring slices; nothing where it is not even or not known.
std::optional<double> sliceSpacingMm(const Volume& volume)
{
    const auto& origins = volume.geometry.sliceOriginsMm;
    if (origins.size() < 2 || std::ssize(origins) != volume.sliceCount()
        || (volume.stackSlices > 0 && volume.stackSlices != volume.sliceCount()))
        return std::nullopt;
    const double spacing = lengthOf(minus(origins[0], origins[1]));
    for (std::size_t i = 1; i + 1 < origins.size(); ++i)
        if (std::abs(lengthOf(minus(origins[i], origins[i + 1])) - spacing) > 0.01 * spacing)
            return std::nullopt;
    return spacing > 0 ? std::optional(spacing) : std::nullopt;
}

// Sums of one label, in double over many pixels.
struct Sums {
    std::size_t pixels = 0, valued = 0;
    int slices = 0;
    double sum = 0, squares = 0, offset = 0; // about the first value, so that nothing cancels out
};

void addSlice(std::array<Sums, 256>& sums, std::span<const Label> labels, const Slice* slice)
{
    std::array<bool, 256> isOnSlice{};
    const bool hasValues = slice && slice->channels == 1 && slice->values.size() == labels.size();
    for (std::size_t i = 0; i < labels.size(); ++i) {
        Sums& of = sums[labels[i]];
        ++of.pixels;
        isOnSlice[labels[i]] = true;
        if (!hasValues)
            continue;
        const float value = slice->values[i];
        if (!std::isfinite(value) || (slice->padding && value == *slice->padding))
            continue;
        if (of.valued == 0)
            of.offset = value;
        const double from = value - of.offset;
        ++of.valued;
        of.sum += from;
        of.squares += from * from;
    }
    for (std::size_t label = 0; label < sums.size(); ++label)
        sums[label].slices += isOnSlice[label] ? 1 : 0;
}

std::string figure(std::optional<double> value, const char* form)
{
    if (!value)
        return {};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), form, *value);
    return text.data();
}

const char* nameOf(ImageStatus status)
{
    switch (status) {
    case ImageStatus::Todo: return "to do";
    case ImageStatus::Edited: return "begun";
    case ImageStatus::Accepted: return "accepted";
    case ImageStatus::Skipped: return "skipped";
    case ImageStatus::ToReview: return "to review";
    }
    return "";
}

const char* nameOf(ReviewState review)
{
    switch (review) {
    case ReviewState::None: return "";
    case ReviewState::Passed: return "passed";
    case ReviewState::Returned: return "returned";
    }
    return "";
}

} // namespace

std::vector<LabelStatistics> statisticsOf(const LabelMap& labels, const LabelTable& table,
                                          const Volume& volume)
{
    std::array<Sums, 256> sums{};
    for (int slice = 0; slice < labels.sliceCount; ++slice)
        addSlice(sums, labels.slice(slice), volume.slices[static_cast<std::size_t>(slice)].get());
    const Geometry& geometry = volume.geometry;
    const double pixelMm2 = geometry.columnSpacingMm * geometry.rowSpacingMm;
    const auto spacing = sliceSpacingMm(volume);
    std::vector<LabelStatistics> all;
    for (const LabelRow& row : table.rows) {
        const Sums& of = sums[row.label];
        LabelStatistics one{row.label, row.name, of.pixels, of.slices, {}, {}, {}, {}};
        if (geometry.calibration != Calibration::None) {
            one.areaMm2 = static_cast<double>(of.pixels) * pixelMm2;
            if (spacing)
                one.volumeMm3 = *one.areaMm2 * *spacing;
        }
        if (of.valued > 0) {
            const auto n = static_cast<double>(of.valued);
            const double mean = of.sum / n;
            one.mean = of.offset + mean;
            one.deviation = std::sqrt(std::max(0.0, of.squares / n - mean * mean));
        }
        all.push_back(std::move(one));
    }
    return all;
}

std::string csvOf(const std::vector<ImageStatistics>& images)
{
    std::string table =
        csvLine({"image", "status", "label", "name", "pixels", "slices", "area_mm2", "volume_mm3",
                 "volume_ml", "mean", "standard_deviation", "seconds", "strokes", "changed_pixels",
                 "annotator", "review", "reviewer", "comment", "note"});
    for (const ImageStatistics& image : images)
        for (const LabelStatistics& one : image.labels) {
            const auto ml = one.volumeMm3 ? std::optional(*one.volumeMm3 / 1000) : std::nullopt;
            table += csvLine({image.path, nameOf(image.status), std::to_string(one.label), one.name,
                              std::to_string(one.pixels), std::to_string(one.slices),
                              figure(one.areaMm2, "%.4f"), figure(one.volumeMm3, "%.4f"),
                              figure(ml, "%.6f"), figure(one.mean, "%.6g"),
                              figure(one.deviation, "%.6g"), figure(image.secondsSpent, "%.1f"),
                              std::to_string(image.effort.strokes),
                              std::to_string(image.effort.changedPixels), image.notes.annotator,
                              nameOf(image.notes.review), image.notes.reviewer, image.notes.comment,
                              image.notes.note});
        }
    return table;
}

} // namespace limn
