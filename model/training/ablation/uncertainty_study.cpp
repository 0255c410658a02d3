#include "model/training/ablation/uncertainty_study.h"

#include "model/diffusion/chain.h"
#include "model/metrics/calibration.h"
#include "model/training/loss.h"
#include "model/training/prediction.h"
#include "model/training/stop_request.h"

#include <algorithm>
#include <array>
#include <limits>

namespace limn {
namespace {

constexpr std::array chainCounts{3, 5, 10};
constexpr double kappa = 0.75; // of label sampling

// The last maps of all chains of one image: chains x classes x side x side, on the CPU.
at::Tensor chainMaps(const Model& model, const JudgedSet& set, std::size_t image, int steps,
                     double labelSampling)
{
    const auto forAll = [](const at::Tensor& one) {
        return one.expand({chainCounts.back(), -1, -1, -1});
    };
    const ImageFeatures own = model.network.featuresOf(
        picturesOf(set.judged(), image, 1, model.colourScale(), model.device()));
    const ImageFeatures features{forAll(own.fine), forAll(own.pixel), forAll(own.coarse)};
    std::vector<std::uint64_t> seeds;
    for (int i = 0; i < chainCounts.back(); ++i)
        seeds.push_back(mixed(noiseSeeds(image, image + 1).front(), static_cast<unsigned>(i)));
    at::Generator moves = generator(mixed(seeds.front(), 1));
    at::Tensor maps;
    runChain(model, features, startNoise(model, seeds, set.side / 4),
             {.steps = steps, .kernel = Kernel::Ancestral, .labelSampling = labelSampling}, moves,
             [&maps](const ChainStep& step) {
                 maps = step.maps.logPosterior;
                 return true;
             });
    return maps.exp().cpu();
}

at::Tensor entropyOf(const at::Tensor& probabilities, int dimension)
{
    return -(probabilities * probabilities.clamp_min(1e-12).log()).sum(dimension);
}

// The share of pairs of a wrong and a right pixel of which the wrong one has more: Mann and
// Whitney's U from mean ranks (Annals of Mathematical Statistics 18, 1947).
double areaUnderCurve(const at::Tensor& values, const at::Tensor& isWrong)
{
    const auto wrong = static_cast<double>(isWrong.sum().item<std::int64_t>());
    const double right = static_cast<double>(isWrong.numel()) - wrong;
    if (wrong == 0 || right == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const at::Tensor sorted = std::get<0>(values.contiguous().sort());
    const at::Tensor below = at::searchsorted(sorted, values, false, false);
    const at::Tensor upTo = at::searchsorted(sorted, values, false, true);
    const at::Tensor ranks = (below + upTo + 1).to(at::kDouble) / 2;
    const double sum = ranks.masked_select(isWrong).sum().item<double>();
    return (sum - wrong * (wrong + 1) / 2) / (wrong * right);
}

std::vector<std::string> cellsOf(const at::Tensor& maps, const PackedImage& image, int classes)
{
    const at::Tensor truth = image.labels.to(at::kLong);
    const at::Tensor mean = maps.mean(0);
    const at::Tensor entropy = entropyOf(mean, 0);
    const at::Tensor information = (entropy - entropyOf(maps, 1).mean(0)).clamp_min(0);
    const at::Tensor isWrong = mean.argmax(0) != truth;
    const at::Tensor near =
        at::tensor(dilatedForeground(labelsOf(image), metricGridOf(image).size), at::kByte)
            .view_as(truth)
        > 0;
    std::vector<double> dices;
    for (const at::Tensor& map : maps.unbind())
        dices.push_back(diceOf(map.argmax(0), truth, classes));
    std::vector<std::string> cells{std::to_string(maps.size(0))};
    for (const double value :
         {diceOf(mean.argmax(0), truth, classes),
          at::tensor(dices, at::kDouble).std().item<double>(), information.mean().item<double>(),
          entropy.mean().item<double>(), areaUnderCurve(information.flatten(), isWrong.flatten()),
          areaUnderCurve(entropy.flatten(), isWrong.flatten()),
          areaUnderCurve(information.masked_select(near), isWrong.masked_select(near)),
          areaUnderCurve(entropy.masked_select(near), isWrong.masked_select(near))})
        cells.push_back(csvNumber(value));
    return cells;
}

} // namespace

Result<CsvTable> studyUncertainty(const Model& model, const JudgedSet& set, const Plan& plan,
                                  const RunName& run)
{
    const at::NoGradGuard noGradient;
    CsvTable table = imageTable(uncertaintyColumns);
    const std::size_t count =
        std::min(set.judged().size(), static_cast<std::size_t>(plan.uncertainty.images));
    for (std::size_t i = 0; i < count; ++i)
        for (const bool isSampled : {false, true}) {
            if (isStopAsked())
                return fail(ErrorCode::Cancelled, "");
            const at::Tensor maps = chainMaps(model, set, i, plan.steps, isSampled ? kappa : 0);
            for (const int chains : chainCounts) {
                std::vector<std::string> cells = cellsOf(maps.slice(0, 0, chains), set.judged()[i],
                                                         model.network.config.classes);
                cells.insert(cells.begin(), isSampled ? "sampled" : "ancestral");
                addRow(table, run, set.judged()[i], cells);
            }
        }
    return table;
}

} // namespace limn
