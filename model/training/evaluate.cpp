#include "model/training/evaluate.h"

#include "model/diffusion/dssm_segmenter.h"
#include "model/metrics/case_rows.h"
#include "model/metrics/summary.h"
#include "model/training/csv_table.h"
#include "model/training/prediction.h"
#include "model/training/split.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstdio>
#include <map>

namespace limn {
namespace {

constexpr std::array shownMetrics{Metric::Dice, Metric::Iou, Metric::Precision, Metric::Recall,
                                  Metric::Hd95};

Result<std::vector<Label>> predictionOf(Segmenter& segmenter, const PackedImage& image,
                                        const EvaluateOptions& options)
{
    const SegmentRequest request{sliceOf(image), options.steps, options.seed, options.kernel};
    const auto last = segmenter.run(request, {}, [](const StepPtr&) {});
    if (!last)
        return std::unexpected(last.error());
    return likeliestLabels((*last)->posterior);
}

// A picture, or the slices of one stack in their order.
using Case = std::vector<const PackedImage*>;

Result<CaseScore> scoreOf(Segmenter& segmenter, const Case& slices, const EvaluateOptions& options,
                          int classes)
{
    std::vector<Label> prediction, reference;
    for (const PackedImage* const image : slices) {
        const auto own = predictionOf(segmenter, *image, options);
        if (!own)
            return std::unexpected(own.error());
        prediction.insert(prediction.end(), own->begin(), own->end());
        const auto truth = labelsOf(*image);
        reference.insert(reference.end(), truth.begin(), truth.end());
    }
    const PackedImage& first = *slices.front();
    Grid grid = metricGridOf(first);
    grid.sliceCount = static_cast<int>(slices.size());
    grid.sliceSpacing = first.sliceSpacingMm.value_or(1);
    auto score = scoreCase(prediction, reference, grid, classes);
    if (score) {
        score->id = listedName(first);
        score->patient = first.patient;
    }
    return score;
}

std::vector<Case> casesOf(const std::vector<PackedImage>& images)
{
    std::map<std::string, Case> byName;
    for (const PackedImage& image : images)
        byName[listedName(image)].push_back(&image);
    std::vector<Case> cases;
    for (auto& [name, slices] : byName) {
        std::ranges::sort(slices, {}, &PackedImage::slice);
        cases.push_back(std::move(slices));
    }
    return cases;
}

// What the distances are in.
std::string unitOf(const std::vector<Case>& cases)
{
    const bool isMillimetres = std::ranges::all_of(cases, [](const Case& one) {
        return one.front()->spacingMm && (one.size() == 1 || one.front()->sliceSpacingMm);
    });
    return isMillimetres ? "mm" : "px of each image's own grid";
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

void print(const ScoreSummary& summary, const std::vector<std::string>& classes,
           const std::string& unit, const char* cases)
{
    std::printf("%d %s of %d patients; mean +- SD over %s [95 %% interval over patients]; "
                "HD95 in %s\n",
                summary.caseCount, cases, summary.patientCount, cases, unit.c_str());
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
    const std::vector<Case> cases = casesOf(set->images);
    std::vector<CaseScore> scores;
    for (const Case& slices : cases) {
        auto score = scoreOf(**segmenter, slices, options, static_cast<int>(set->classes.size()));
        if (!score)
            return std::unexpected(score.error());
        scores.push_back(std::move(*score));
        std::fprintf(stderr, "\r%zu/%zu ", scores.size(), cases.size());
    }
    std::fprintf(stderr, "\n");
    if (!options.csv.empty())
        if (auto written = writeCsv(options.csv, {caseColumns(), caseRows(scores)}); !written)
            return written;
    const bool areStacks =
        std::ranges::any_of(cases, [](const Case& one) { return one.size() > 1; });
    print(summarise(scores), set->classes, unitOf(cases), areStacks ? "volumes" : "images");
    return {};
}

} // namespace limn
