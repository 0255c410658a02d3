#include "model/training/validation.h"

#include "model/diffusion/chain.h"
#include "model/diffusion/picture.h"
#include "model/training/loss.h"

#include <algorithm>
#include <array>

namespace limn {
namespace {

constexpr std::size_t batchSize = 8;
constexpr int usualSteps = 3;
constexpr std::uint64_t noiseSeed = 20250101;
constexpr int temperatures = 16;
constexpr double halfTolerance = 0.0005; // of Dice, for storing weights as float16

double temperatureOf(int index)
{
    return (10 + index) / 10.0; // 1.7, not 1.7000000000000002
}

double meanDice(const at::Tensor& predicted, const at::Tensor& labels, int classes)
{
    double sum = 0;
    for (std::int64_t i = 0; i < labels.size(0); ++i)
        sum += diceOf(predicted[i], labels[i], classes);
    return sum;
}

} // namespace

ValidationReport validate(const Model& model, const std::vector<PackedImage>& images)
{
    const at::NoGradGuard noGradient;
    const int classes = model.network.config.classes;
    const ColourScale scale = model.colourScale();
    const int steps = isDirect(model.network.config) ? 1 : usualSteps;
    ValidationReport report;
    std::array<double, temperatures> likelihoods{};
    at::Generator unused = generator(0);
    for (std::size_t start = 0; start < images.size(); start += batchSize) {
        std::vector<at::Tensor> pictures, labels;
        std::vector<std::uint64_t> seeds;
        for (std::size_t i = start; i < std::min(images.size(), start + batchSize); ++i) {
            pictures.push_back(normalised(images[i].picture, scale));
            labels.push_back(images[i].labels.to(at::kLong));
            seeds.push_back(mixed(noiseSeed, i));
        }
        const at::Tensor truth = at::stack(labels).to(model.device());
        const ImageFeatures features =
            model.network.featuresOf(channelsLast(at::stack(pictures).to(model.device())));
        const at::Tensor noise = startNoise(model, seeds, truth.size(1) / 4);
        runChain(model, features, noise, {.steps = steps}, unused, [&](const ChainStep& step) {
            const at::Tensor predicted = step.maps.logPosterior.argmax(1);
            if (step.index == 1)
                report.diceOneStep += meanDice(predicted, truth, classes);
            if (step.index < steps)
                return true;
            report.diceThreeSteps += meanDice(predicted, truth, classes);
            for (int i = 0; i < temperatures; ++i)
                likelihoods[static_cast<std::size_t>(i)] +=
                    at::nll_loss2d(at::log_softmax(step.maps.logPosterior / temperatureOf(i), 1),
                                   truth)
                        .item<double>()
                    * static_cast<double>(truth.size(0));
            return true;
        });
    }
    const auto count = static_cast<double>(images.size());
    const auto best = std::ranges::min_element(likelihoods);
    report.diceOneStep /= count;
    report.diceThreeSteps /= count;
    report.temperature = temperatureOf(static_cast<int>(best - likelihoods.begin()));
    report.likelihood = *best / count;
    return report;
}

Result<double> storeAsHalf(const std::filesystem::path& path, const Metadata& metadata,
                           const std::vector<PackedImage>& images, double dice, at::Device device)
{
    auto model = loadModel(path, device);
    if (!model)
        return std::unexpected(model.error());
    const at::NoGradGuard noGradient;
    for (const auto& [name, tensor] : (*model)->network.parameters.list())
        tensor.copy_(tensor.to(at::kHalf).to(at::kFloat));
    const double half = validate(**model, images).diceThreeSteps;
    if (half < dice - halfTolerance)
        return half;
    if (auto written = writeModel(path, **model, metadata, Precision::Half); !written)
        return std::unexpected(written.error());
    return half;
}

} // namespace limn
