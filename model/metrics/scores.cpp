#include "model/metrics/scores.h"

#include "model/metrics/surface_distance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace limn {
namespace {

constexpr double excluded = std::numeric_limits<double>::quiet_NaN();

double ratio(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double diagonalOf(const Grid& grid)
{
    const double depth = grid.sliceCount > 1 ? grid.sliceCount * grid.sliceSpacing : 0;
    return std::hypot(grid.size.width * grid.columnSpacing, grid.size.height * grid.rowSpacing,
                      depth);
}

std::vector<std::uint8_t> maskOf(std::span<const Label> labels, Label label)
{
    std::vector<std::uint8_t> mask(labels.size());
    std::ranges::transform(labels, mask.begin(), [label](Label value) { return value == label; });
    return mask;
}

ClassScore overlapScore(const PixelCounts& pixels)
{
    ClassScore score{pixels, {}};
    const auto set = [&score](Metric metric, double value) {
        score.values[static_cast<std::size_t>(metric)] = value;
    };
    score.values.fill(excluded);
    const auto [hits, extra, lost] = pixels;
    const Presence presence = pixels.presence();
    if (presence == Presence::Neither)
        return score;
    set(Metric::Dice, ratio(2 * hits, 2 * hits + extra + lost));
    set(Metric::Iou, ratio(hits, hits + extra + lost));
    set(Metric::Precision, ratio(hits, hits + extra));
    if (presence != Presence::FalseAlarm)
        set(Metric::Recall, ratio(hits, hits + lost));
    return score;
}

void addDistances(ClassScore& score, std::span<const Label> prediction,
                  std::span<const Label> reference, const Grid& grid, Label label)
{
    const auto set = [&score](Metric metric, double value) {
        score.values[static_cast<std::size_t>(metric)] = value;
    };
    const Presence presence = score.pixels.presence();
    if (presence == Presence::Missed || presence == Presence::FalseAlarm)
        set(Metric::Hd95Penalised, diagonalOf(grid));
    if (presence != Presence::Both)
        return;
    const auto distance =
        hausdorffDistance95(maskOf(prediction, label), maskOf(reference, label), grid);
    set(Metric::Hd95, distance->pooled);
    set(Metric::Hd95Penalised, distance->pooled);
    set(Metric::Hd95Max, distance->maximum);
}

std::vector<PixelCounts> countPixels(std::span<const Label> prediction,
                                     std::span<const Label> reference, int classCount)
{
    std::vector<PixelCounts> counts(static_cast<std::size_t>(classCount) + 1);
    for (std::size_t i = 0; i < prediction.size(); ++i) {
        if (prediction[i] == reference[i]) {
            ++counts[prediction[i]].truePositive;
        } else {
            ++counts[prediction[i]].falsePositive;
            ++counts[reference[i]].falseNegative;
        }
    }
    return counts;
}

} // namespace

std::string_view nameOf(Metric metric)
{
    switch (metric) {
    case Metric::Dice: return "Dice";
    case Metric::Iou: return "IoU";
    case Metric::Precision: return "Precision";
    case Metric::Recall: return "Recall";
    case Metric::Hd95: return "HD95";
    case Metric::Hd95Max: return "HD95-max";
    case Metric::Hd95Penalised: return "HD95-pen";
    }
    return "";
}

Presence PixelCounts::presence() const
{
    const bool isPredicted = truePositive + falsePositive > 0;
    const bool isReferenced = truePositive + falseNegative > 0;
    if (isPredicted)
        return isReferenced ? Presence::Both : Presence::FalseAlarm;
    return isReferenced ? Presence::Missed : Presence::Neither;
}

Result<CaseScore> scoreCase(std::span<const Label> prediction, std::span<const Label> reference,
                            const Grid& grid, int classCount, Distances distances)
{
    if (prediction.size() != grid.count() || reference.size() != grid.count())
        return fail(ErrorCode::BadData, {}, "sizes differ");
    for (const auto labels : {prediction, reference})
        if (!labels.empty() && *std::ranges::max_element(labels) > classCount)
            return fail(ErrorCode::BadData, {},
                        "a label outside the " + std::to_string(classCount) + " classes");
    const std::vector<PixelCounts> counts = countPixels(prediction, reference, classCount);
    CaseScore result;
    result.background = counts.front();
    for (int label = 1; label <= classCount; ++label) {
        ClassScore score = overlapScore(counts[static_cast<std::size_t>(label)]);
        if (distances == Distances::Measured)
            addDistances(score, prediction, reference, grid, static_cast<Label>(label));
        result.classes.push_back(score);
    }
    return result;
}

} // namespace limn
