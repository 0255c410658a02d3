#include "model/training/evaluate.h"

#include "model/diffusion/dssm_segmenter.h"
#include "model/metrics/summary.h"
#include "model/training/packed_set.h"
#include "model/training/split.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstdio>
#include <set>

namespace limn {
namespace {

constexpr std::array shownMetrics{Metric::Dice, Metric::Iou, Metric::Precision, Metric::Recall,
                                  Metric::Hd95};

SlicePtr sliceOf(const PackedImage& image)
{
    auto slice = std::make_shared<Slice>();
    slice->size = {static_cast<int>(image.picture.size(2)),
                   static_cast<int>(image.picture.size(1))};
    slice->channels = static_cast<int>(image.picture.size(0));
    const at::Tensor values = image.picture.permute({1, 2, 0}).contiguous();
    slice->values.assign(values.const_data_ptr<float>(),
                         values.const_data_ptr<float>() + values.numel());
    return slice;
}

std::vector<Label> likeliestLabels(const ProbabilityMap& map)
{
    std::vector<Label> labels(map.size.area(), background);
    std::vector<float> best(map.of(0).begin(), map.of(0).end());
    for (int c = 1; c < map.classes; ++c) {
        const auto probabilities = map.of(c);
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (probabilities[i] > best[i]) {
                best[i] = probabilities[i];
                labels[i] = static_cast<Label>(c);
            }
    }
    return labels;
}

Result<CaseScore> scoreOf(Segmenter& segmenter, const PackedImage& image,
                          const EvaluateOptions& options, int classes)
{
    const SegmentRequest request{sliceOf(image), options.steps, options.seed, options.kernel};
    const auto last = segmenter.run(request, {}, [](const StepPtr&) { });
    if (!last)
        return std::unexpected(last.error());
    const std::vector<Label> prediction = likeliestLabels((*last)->posterior);
    const at::Tensor truth = image.labels.contiguous();
    const std::span<const Label> reference(truth.const_data_ptr<std::uint8_t>(), prediction.size());
    Grid grid;
    grid.size = request.slice->size;
    if (image.spacingMm) {
        grid.rowSpacing = (*image.spacingMm)[0];
        grid.columnSpacing = (*image.spacingMm)[1];
    }
    auto score = scoreCase(prediction, reference, grid, classes);
    if (score) {
        score->id = image.id;
        score->patient = image.patient;
    }
    return score;
}

Result<std::vector<PackedImage>> chosenImages(std::vector<PackedImage> images,
                                              const std::filesystem::path& file)
{
    if (file.empty())
        return images;
    const auto ids = readIds(file);
    if (!ids)
        return std::unexpected(ids.error());
    std::set<std::string> wanted(ids->begin(), ids->end());
    std::vector<PackedImage> chosen;
    for (PackedImage& image : images)
        if (wanted.erase(image.id) > 0)
            chosen.push_back(std::move(image));
    if (!wanted.empty())
        return fail(ErrorCode::BadData, *wanted.begin(), "no such image in the set");
    return chosen;
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
    auto set = readPackedSet(options.set, Resolution::Original, 0);
    if (!set)
        return std::unexpected(set.error());
    if (set->classes.size() != (*segmenter)->card().classes.size())
        return fail(ErrorCode::BadData, options.set.filename().string(),
                    "its classes are not the model's");
    const auto images = chosenImages(std::move(set->images), options.ids);
    if (!images)
        return std::unexpected(images.error());
    std::vector<CaseScore> scores;
    for (const PackedImage& image : *images) {
        auto score = scoreOf(**segmenter, image, options, static_cast<int>(set->classes.size()));
        if (!score)
            return std::unexpected(score.error());
        scores.push_back(std::move(*score));
        std::fprintf(stderr, "\r%zu/%zu ", scores.size(), images->size());
    }
    std::fprintf(stderr, "\n");
    const bool isMillimetres = std::ranges::all_of(
        *images, [](const PackedImage& image) { return image.spacingMm.has_value(); });
    print(summarise(scores), set->classes, isMillimetres);
    return {};
}

} // namespace limn
