#include "model/training/evaluate.h"

#include "model/diffusion/dssm_segmenter.h"
#include "model/metrics/summary.h"
#include "model/training/prediction.h"
#include "model/training/split.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstdio>

namespace limn {
namespace {

constexpr std::array shownMetrics{Metric::Dice, Metric::Iou, Metric::Precision, Metric::Recall,
                                  Metric::Hd95};

Result<CaseScore> scoreOf(Segmenter& segmenter, const PackedImage& image,
                          const EvaluateOptions& options, int classes)
{
    const SegmentRequest request{sliceOf(image), options.steps, options.seed, options.kernel};
    const auto last = segmenter.run(request, {}, [](const StepPtr&) { });
    if (!last)
        return std::unexpected(last.error());
    const std::vector<Label> prediction = likeliestLabels((*last)->posterior);
    auto score = scoreCase(prediction, labelsOf(image), metricGridOf(image), classes);
    if (score) {
        score->id = image.id;
        score->patient = image.patient;
    }
    return score;
}

void printRow(const std::string& name, const Statistics& statistics)
{
    for (const Metric metric : shownMetrics) {
        const Statistic& s = statistics[static_cast<std::size_t>(metric)];
        std::printf("%-12s %-10s %8.4f  +- %-8.4f [%.4f, %.4f]  n %d\n", name.c_str(),
                    std::string(nameOf(metric)).c_str(), s.mean, s.deviation, s.low, s.high,
                    s.count);
    }
}

void print(const ScoreSummary& summary, const std::vector<std::string>& classes, bool isMillimetres)
{
    std::printf("%d images of %d patients; mean +- SD over images [95 %% interval over patients]; "
                "HD95 in %s\n",
                summary.caseCount, summary.patientCount,
                isMillimetres ? "mm" : "px of each image's own grid");
    for (std::size_t c = 0; c < summary.classes.size(); ++c) {
        const ClassSummary& own = summary.classes[c];
        printRow(classes[c], own.statistics);
        std::printf("%-12s both empty %d, missed %d, false alarms %d\n", classes[c].c_str(),
                    own.bothEmpty, own.missed, own.falseAlarms);
    }
    if (summary.classes.size() > 1)
        printRow("foreground", summary.foreground);
    std::printf("mIoU with the background, all pixels together: %.4f\n", summary.meanIouAll);
}

} // namespace

Result<void> evaluate(const EvaluateOptions& options)
{
    at::set_num_threads(options.threads);
    auto segmenter = loadSegmenter(options.model, options.device);
    if (!segmenter)
        return std::unexpected(segmenter.error());
    std::vector<std::string> ids;
    if (!options.ids.empty()) {
        auto read = readIds(options.ids);
        if (!read)
            return std::unexpected(read.error());
        ids = std::move(*read);
    }
    const auto set = readPackedSet(options.set, Resolution::Original, 0, ids);
    if (!set)
        return std::unexpected(set.error());
    if (set->classes.size() != (*segmenter)->card().classes.size())
        return fail(ErrorCode::BadData, options.set.filename().string(),
                    "its classes are not the model's");
    std::vector<CaseScore> scores;
    for (const PackedImage& image : set->images) {
        auto score = scoreOf(**segmenter, image, options, static_cast<int>(set->classes.size()));
        if (!score)
            return std::unexpected(score.error());
        scores.push_back(std::move(*score));
        std::fprintf(stderr, "\r%zu/%zu ", scores.size(), set->images.size());
    }
    std::fprintf(stderr, "\n");
    const bool isMillimetres = std::ranges::all_of(
        set->images, [](const PackedImage& image) { return image.spacingMm.has_value(); });
    print(summarise(scores), set->classes, isMillimetres);
    return {};
}

} // namespace limn
