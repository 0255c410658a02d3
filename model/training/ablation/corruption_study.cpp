#include "model/training/ablation/corruption_study.h"

#include "model/training/ablation/last_pass.h"
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

LastPass answerOf(const Model& model, const std::vector<at::Tensor>& pictures,
                  const std::vector<std::uint64_t>& seeds, int steps)
{
    const ImageFeatures features =
        model.network.featuresOf(channelsLast(at::stack(pictures).to(model.device())));
    return lastPassOf(model, features, startNoise(model, seeds, pictures.front().size(1) / 4),
                      steps);
}

// What one picture's pixel features are about each class of the reference.
struct FeatureScatter {
    std::vector<at::Tensor> means; // channels; undefined of a class that is not there
    double fisher = 0;
};

FeatureScatter scatterOf(const at::Tensor& features, const at::Tensor& truth, int classes)
{
    const at::Tensor pixels = features.flatten(1), labels = truth.flatten();
    const at::Tensor whole = pixels.mean(1, true);
    FeatureScatter scatter;
    double between = 0, within = 0;
    for (int c = 0; c < classes; ++c) {
        const at::Tensor places = (labels == c).nonzero().flatten();
        scatter.means.emplace_back();
        if (places.size(0) == 0)
            continue;
        const at::Tensor own = pixels.index_select(1, places), mean = own.mean(1, true);
        scatter.means.back() = mean.flatten();
        within += (own - mean).square().sum().item<double>();
        between +=
            static_cast<double>(places.size(0)) * (mean - whole).square().sum().item<double>();
    }
    scatter.fisher = between / within;
    return scatter;
}

double meanCosine(const FeatureScatter& a, const FeatureScatter& b)
{
    double sum = 0, count = 0;
    for (std::size_t c = 0; c < a.means.size(); ++c)
        if (a.means[c].defined()) {
            sum += at::cosine_similarity(a.means[c], b.means[c], 0).item<double>();
            ++count;
        }
    return sum / count;
}

void addRows(CsvTable& table, const Model& model, const JudgedSet& set, const Plan& plan,
             const RunName& run, std::size_t start, const std::string& corruption,
             std::vector<FeatureScatter>& clean)
{
    const std::size_t end = std::min(set.judged().size(), start + batchSize);
    const std::vector<std::uint64_t> seeds = noiseSeeds(start, end);
    std::vector<at::Tensor> pictures;
    for (std::size_t i = start; i < end; ++i)
        pictures.push_back(
            corrupted(set.judged()[i], corruption, model.colourScale(), seeds[i - start]));
    const LastPass answer = answerOf(model, pictures, seeds, plan.steps);
    const at::Tensor labels = answer.maps.logPosterior.argmax(1).cpu();
    const int classes = model.network.config.classes;
    const int steps = isDirect(model.network.config) ? 1 : plan.steps;
    for (std::size_t i = start; i < end; ++i) {
        const auto place = static_cast<std::int64_t>(i - start);
        const PackedImage& image = set.judged()[i];
        constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
        const at::Tensor truth = image.labels.to(at::kLong);
        const at::Tensor& surprises = answer.maps.surprise;
        const double surprise =
            surprises.defined() ? surprises[place].mean().item<double>() : nothing;
        double cosine = nothing, fisher = nothing;
        if (answer.decoded.pixelFeatures.defined()) {
            const FeatureScatter scatter =
                scatterOf(answer.decoded.pixelFeatures[place].cpu(), truth, classes);
            if (corruption == "clean")
                clean.push_back(scatter);
            cosine = meanCosine(clean[i - start], scatter);
            fisher = scatter.fisher;
        }
        addRow(table, run, image,
               {corruption, std::to_string(steps), csvNumber(diceOf(labels[place], truth, classes)),
                csvNumber(surprise), csvNumber(cosine), csvNumber(fisher)});
    }
}

} // namespace

Result<CsvTable> studyCorruptions(const Model& model, const JudgedSet& set, const Plan& plan,
                                  const RunName& run)
{
    const at::NoGradGuard noGradient;
    CsvTable table = imageTable(corruptionColumns);
    for (std::size_t start = 0; start < set.judged().size(); start += batchSize) {
        std::vector<FeatureScatter> clean; // an image each; corruptionNames begins with it
        for (const char* const corruption : corruptionNames) {
            if (isStopAsked())
                return fail(ErrorCode::Cancelled, "");
            addRows(table, model, set, plan, run, start, corruption, clean);
        }
    }
    return table;
}

} // namespace limn
