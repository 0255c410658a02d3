#include "model/training/ablation/corruption_study.h"

#include "model/diffusion/chain.h"
#include "model/training/loss.h"
#include "model/training/stop_request.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace limn {
namespace {

constexpr std::size_t batchSize = 8;

at::Tensor gammaChanged(const at::Tensor& picture, double gamma)
{
    const at::Tensor low = picture.min(), extent = (picture.max() - low).clamp_min(1e-6);
    return ((picture - low) / extent).pow(gamma) * extent + low;
}

// What the network sees of one picture; the noise is the same for every model.
at::Tensor corrupted(const PackedImage& image, const std::string& corruption,
                     const ColourScale& scale, std::uint64_t seed)
{
    if (corruption == "gamma-0.7" || corruption == "gamma-1.5")
        return normalised(gammaChanged(image.picture, corruption == "gamma-0.7" ? 0.7 : 1.5),
                          scale);
    const at::Tensor picture = normalised(image.picture, scale);
    if (corruption == "contrast-0.5")
        return picture.mean() + 0.5 * (picture - picture.mean());
    if (corruption == "clean")
        return picture;
    at::Generator random = generator(mixed(seed, 2));
    const double strength = corruption == "noise-0.3" ? 0.3 : 0.6;
    return picture
        + strength * picture.std()
        * at::randn(picture.sizes(), random, at::TensorOptions(at::kFloat));
}

struct Answer {
    at::Tensor labels, surprise; // the second undefined of a direct model
};

Answer answerOf(const Model& model, const std::vector<at::Tensor>& pictures,
                const std::vector<std::uint64_t>& seeds, int steps)
{
    const ImageFeatures features =
        model.network.featuresOf(channelsLast(at::stack(pictures).to(model.device())));
    at::Generator unused = generator(0);
    Answer answer;
    runChain(model, features, startNoise(model, seeds, pictures.front().size(1) / 4),
             {.steps = steps}, unused, [&](const ChainStep& step) {
                 answer = {step.maps.logPosterior.argmax(1), step.maps.surprise};
                 return true;
             });
    return answer;
}

void addRows(CsvTable& table, const Model& model, const JudgedSet& set, const Plan& plan,
             const RunName& run, std::size_t start, const std::string& corruption)
{
    const std::size_t end = std::min(set.judged().size(), start + batchSize);
    const std::vector<std::uint64_t> seeds = noiseSeeds(start, end);
    std::vector<at::Tensor> pictures;
    for (std::size_t i = start; i < end; ++i)
        pictures.push_back(
            corrupted(set.judged()[i], corruption, model.colourScale(), seeds[i - start]));
    const Answer answer = answerOf(model, pictures, seeds, plan.steps);
    const int steps = isDirect(model.network.config) ? 1 : plan.steps;
    for (std::size_t i = start; i < end; ++i) {
        const auto place = static_cast<std::int64_t>(i - start);
        const PackedImage& image = set.judged()[i];
        const double surprise = answer.surprise.defined()
            ? answer.surprise[place].mean().item<double>()
            : std::numeric_limits<double>::quiet_NaN();
        std::vector<std::string> row = imageCells(run, image);
        for (const std::string& cell :
             {corruption, std::to_string(steps),
              csvNumber(diceOf(answer.labels[place].cpu(), image.labels.to(at::kLong),
                               model.network.config.classes)),
              csvNumber(surprise)})
            row.push_back(cell);
        table.rows.push_back(std::move(row));
    }
}

} // namespace

Result<CsvTable> studyCorruptions(const Model& model, const JudgedSet& set, const Plan& plan,
                                  const RunName& run)
{
    const at::NoGradGuard noGradient;
    CsvTable table{imageColumns, {}};
    table.columns.insert(table.columns.end(), corruptionColumns.begin(), corruptionColumns.end());
    for (std::size_t start = 0; start < set.judged().size(); start += batchSize)
        for (const char* const corruption : corruptionNames) {
            if (isStopAsked())
                return fail(ErrorCode::Cancelled, "");
            addRows(table, model, set, plan, run, start, corruption);
        }
    return table;
}

} // namespace limn
