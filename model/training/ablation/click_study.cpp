#include "model/training/ablation/click_study.h"

#include "model/diffusion/dssm_segmenter.h"
#include "model/metrics/scores.h"
#include "model/training/clicks.h"
#include "model/training/prediction.h"
#include "model/training/stop_request.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace limn {
namespace {

constexpr int leastClicks = 5;
constexpr double goodEnough = 0.95;
constexpr int restartSteps = 2;

// The mask that a mode makes of what was said.
using Answer = std::function<Result<std::vector<Label>>(const std::vector<Label>& said)>;

struct Series {
    const PackedImage& image;
    int classes = 1; // of the foreground
    int most = 0;
    std::string mode;
};

double meanDice(const CaseScore& score)
{
    double sum = 0;
    int count = 0;
    for (const ClassScore& one : score.classes)
        if (const double dice = one.of(Metric::Dice); !std::isnan(dice)) {
            sum += dice;
            ++count;
        }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

double outsideShare(const std::vector<Label>& mask, const std::vector<Label>& first,
                    const std::vector<Label>& said)
{
    std::size_t changed = 0;
    for (std::size_t i = 0; i < mask.size(); ++i)
        changed += said[i] == untouched && mask[i] != first[i];
    return static_cast<double>(changed) / static_cast<double>(mask.size());
}

Result<void> addSeries(CsvTable& table, const RunName& run, const Series& series,
                       const std::vector<Label>& first, const Answer& answer)
{
    const std::span<const Label> truth = labelsOf(series.image);
    const Grid grid = metricGridOf(series.image);
    std::vector<Label> said(truth.size(), untouched), mask = first;
    for (int clicks = 0;; ++clicks) {
        const auto score = scoreCase(mask, truth, grid, series.classes, Distances::LeftOut);
        if (!score)
            return std::unexpected(score.error());
        const double dice = meanDice(*score);
        addRow(table, run, series.image,
               {series.mode, std::to_string(clicks), csvNumber(dice),
                csvNumber(outsideShare(mask, first, said))});
        if (clicks == series.most || (clicks >= leastClicks && !(dice < goodEnough)))
            return {};
        if (const auto place = deepestError(mask, truth, grid.size))
            addClick(said, *place, truth, grid.size);
        auto next = answer(said);
        if (!next)
            return std::unexpected(next.error());
        mask = std::move(*next);
    }
}

Result<void> addImage(CsvTable& table, Segmenter& segmenter, const PackedImage& image,
                      const JudgedSet& set, const Plan& plan, const RunName& run)
{
    SegmentRequest request{sliceOf(image), plan.steps};
    const auto base = segmenter.run(request, {}, [](const StepPtr&) {});
    if (!base)
        return std::unexpected(base.error());
    const std::vector<Label> first = likeliestLabels((*base)->posterior);
    Series series{image, static_cast<int>(set.classes.size()), plan.clicks.mostClicks, "paint"};
    auto painted = addSeries(table, run, series, first, [&first](const std::vector<Label>& said) {
        std::vector<Label> mask = first;
        for (std::size_t i = 0; i < mask.size(); ++i)
            mask[i] = said[i] == untouched ? mask[i] : said[i];
        return Result<std::vector<Label>>(std::move(mask));
    });
    if (!painted)
        return painted;
    request.steps = restartSteps;
    request.restart = Restart{*base};
    series.mode = "re-run";
    return addSeries(table, run, series, first,
                     [&](const std::vector<Label>& said) -> Result<std::vector<Label>> {
                         request.evidence =
                             std::make_shared<const Evidence>(Evidence{request.slice->size, said});
                         const auto last = segmenter.run(request, {}, [](const StepPtr&) {});
                         if (!last)
                             return std::unexpected(last.error());
                         return likeliestLabels((*last)->posterior);
                     });
}

} // namespace

Result<CsvTable> studyClicks(const std::filesystem::path& model, const std::string& device,
                             const JudgedSet& set, const Plan& plan, const RunName& run)
{
    const auto segmenter = loadSegmenter(model, device);
    if (!segmenter)
        return std::unexpected(segmenter.error());
    CsvTable table = imageTable(clickColumns);
    const std::size_t count =
        std::min(set.originals.size(), static_cast<std::size_t>(plan.clicks.images));
    for (std::size_t i = 0; i < count; ++i) {
        if (isStopAsked())
            return fail(ErrorCode::Cancelled, "");
        if (auto added = addImage(table, **segmenter, set.originals[i], set, plan, run); !added)
            return std::unexpected(added.error());
    }
    return table;
}

} // namespace limn
