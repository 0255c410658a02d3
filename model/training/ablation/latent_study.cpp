#include "model/training/ablation/latent_study.h"

#include "model/training/ablation/last_pass.h"
#include "model/training/stop_request.h"

#include <algorithm>
#include <limits>

namespace limn {
namespace {

constexpr std::size_t batchSize = 8;
constexpr double smallestShare = 0.5; // of a cell that counts for a class
constexpr std::int64_t fewestCells = 2;

struct Gaussian {
    at::Tensor mean, variance;
};

Gaussian gaussianOf(const at::Tensor& cells) // cells x channels
{
    return {cells.mean(0),
            cells.var(0, false).clamp_min(LatentMixture::smallestVariance)
                + LatentMixture::addedVariance};
}

// KL(a, b) + KL(b, a), mean over channels.
double divergenceOf(const Gaussian& a, const Gaussian& b)
{
    const at::Tensor square = (a.mean - b.mean).square();
    return (0.5 * ((a.variance + square) / b.variance + (b.variance + square) / a.variance - 2))
        .mean()
        .item<double>();
}

// `latent`, `clean`: channels x h x w; `shares`: classes x h x w. NaN where no class has cells.
double divergenceOf(const at::Tensor& latent, const at::Tensor& clean, const at::Tensor& shares)
{
    double sum = 0;
    int classes = 0;
    const at::Tensor ours = latent.flatten(1).t(), theirs = clean.flatten(1).t();
    for (const at::Tensor& share : shares.flatten(1).unbind()) {
        const at::Tensor places = (share > smallestShare).nonzero().flatten();
        if (places.size(0) < fewestCells)
            continue;
        sum += divergenceOf(gaussianOf(ours.index_select(0, places)),
                            gaussianOf(theirs.index_select(0, places)));
        ++classes;
    }
    return classes > 0 ? sum / classes : std::numeric_limits<double>::quiet_NaN();
}

void addRows(CsvTable& table, const Model& model, const JudgedSet& set, const Plan& plan,
             const RunName& run, std::size_t start)
{
    const ImageFeatures features = model.network.featuresOf(
        picturesOf(set.judged(), start, batchSize, model.colourScale(), model.device()));
    const std::size_t end = std::min(set.judged().size(), start + batchSize);
    const at::Tensor oneHot = oneHotOf(stackedLabels(set.judged(), start, end, model.device()),
                                       model.network.config.classes);
    const at::Tensor clean = model.network.encoder(oneHot), shares = at::avg_pool2d(oneHot, {4, 4}),
                     latent = lastPassOf(model, features,
                                         startNoise(model, noiseSeeds(start, end), set.side / 4),
                                         plan.steps)
                                  .decoded.latent;
    for (std::size_t i = start; i < end; ++i) {
        const auto place = static_cast<std::int64_t>(i - start);
        addRow(table, run, set.judged()[i],
               {std::to_string(plan.steps),
                csvNumber(divergenceOf(latent[place], clean[place], shares[place])),
                csvNumber((latent[place] - clean[place]).square().mean().item<double>())});
    }
}

} // namespace

Result<CsvTable> studyLatents(const Model& model, const JudgedSet& set, const Plan& plan,
                              const RunName& run)
{
    const at::NoGradGuard noGradient;
    CsvTable table = imageTable(latentColumns);
    for (std::size_t start = 0; start < set.judged().size(); start += batchSize) {
        if (isStopAsked())
            return fail(ErrorCode::Cancelled, "");
        addRows(table, model, set, plan, run, start);
    }
    return table;
}

} // namespace limn
