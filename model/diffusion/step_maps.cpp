#include "model/diffusion/step_maps.h"

#include "model/diffusion/evidence.h"
#include "model/diffusion/schedule.h"
#include "model/diffusion/strokes.h"

#include <cmath>

namespace limn {
namespace {

constexpr at::Tensor ChainMaps::* logMaps[] = {&ChainMaps::posterior, &ChainMaps::semantic,
                                               &ChainMaps::generative, &ChainMaps::state};

std::vector<float> valuesOf(const at::Tensor& tensor)
{
    const at::Tensor plain = tensor.to(at::kCPU, at::kFloat).contiguous();
    const float* const begin = plain.const_data_ptr<float>();
    return {begin, begin + plain.numel()};
}

Size sizeOf(const at::Tensor& tensor)
{
    return {static_cast<int>(tensor.size(-1)), static_cast<int>(tensor.size(-2))};
}

ProbabilityMap mapOf(const at::Tensor& probabilities)
{
    return {sizeOf(probabilities), static_cast<int>(probabilities.size(1)),
            valuesOf(probabilities)};
}

ScalarMap scalarOf(const at::Tensor& values)
{
    return {sizeOf(values), valuesOf(values)};
}

at::Tensor onPicture(const at::Tensor& probabilities, Size size)
{
    const at::Tensor plain = probabilities.to(at::kCPU).contiguous();
    if (sizeOf(plain) == size)
        return plain;
    return at::upsample_bilinear2d(plain, {size.height, size.width}, false);
}

at::Tensor meanOf(const std::vector<at::Tensor>& maps)
{
    return maps.size() == 1 ? maps.front() : at::cat(maps).mean(0, true);
}

std::vector<at::Tensor> collected(std::span<const ChainMaps> chains, at::Tensor ChainMaps::* map)
{
    std::vector<at::Tensor> all;
    for (const ChainMaps& chain : chains)
        if ((chain.*map).defined())
            all.push_back(chain.*map);
    return all;
}

// 1 x H x W, 0..1, of probabilities.
at::Tensor entropyOf(const at::Tensor& p)
{
    return -at::xlogy(p, p).sum(1) / std::log(static_cast<double>(p.size(1)));
}

// Each chain's posterior with the strokes written in; the chains lie along the first axis.
at::Tensor clampedPosteriors(std::span<const ChainMaps> chains, const StepContext& context)
{
    const at::Tensor p = at::cat(collected(chains, &ChainMaps::posterior)).exp();
    if (!context.strokes.defined())
        return p;
    return clamped(p, within(context.strokes, wholeOf(context.grid.maps)).to(p.device()));
}

std::shared_ptr<const Spread> spreadOf(const at::Tensor& posteriors, const at::Tensor& entropy)
{
    auto spread = std::make_shared<Spread>();
    spread->chains = static_cast<int>(posteriors.size(0));
    const at::Tensor expected = entropyOf(posteriors).mean(0, true);
    spread->expectedEntropy = scalarOf(expected);
    spread->mutualInformation = scalarOf((entropy - expected).clamp_min(0));
    const at::Tensor votes = at::one_hot(posteriors.argmax(1), posteriors.size(1));
    spread->votes = mapOf(votes.permute({0, 3, 1, 2}).to(at::kFloat).mean(0, true));
    return spread;
}

double changedShare(const at::Tensor& labels, const at::Tensor& previous)
{
    return previous.defined() ? (labels != previous).to(at::kFloat).mean().item<double>() : 0;
}

} // namespace

ChainMaps mapsOf(const Model& model, const ChainStep& step, const at::Tensor& logPriorRatio,
                 double temperature)
{
    ChainMaps maps;
    at::Tensor logs = step.maps.logPosterior;
    maps.isFinite =
        at::isfinite(logs).all().item<bool>() && at::isfinite(step.after).all().item<bool>();
    if (logPriorRatio.defined())
        logs = logs + logPriorRatio.view({1, -1, 1, 1});
    maps.posterior = at::log_softmax(logs / temperature, 1);
    maps.semantic = step.maps.logSemantic;
    if (isDirect(model.network.config))
        return maps;
    const at::Tensor& generative = step.maps.logGenerative;
    maps.generative = generative.sizes() == maps.posterior.sizes()
        ? generative
        : upsampled(generative.exp(), 4).log();
    maps.state = at::log_softmax(model.network.decodedState(step.before, step.t), 1);
    const at::Tensor usual = model.statistics.surprise[timeBin(step.t)];
    maps.surprise = upsampled((step.maps.surprise - usual).unsqueeze(1), 4);
    return maps;
}

at::Tensor finalStateOf(const Model& model, const Chain& chain)
{
    return at::log_softmax(model.network.decodedState(chain.cleanState(), 0), 1);
}

at::Tensor joinedLogs(const std::vector<at::Tensor>& windows, const PictureGrid& grid)
{
    const at::Tensor all = joined(windows, grid);
    return grid.isTiled() ? at::log_softmax(all, 1) : all;
}

ChainMaps joinedMaps(std::span<const ChainMaps> windows, const PictureGrid& grid)
{
    ChainMaps whole;
    for (const ChainMaps& window : windows)
        whole.isFinite = whole.isFinite && window.isFinite;
    for (const auto map : logMaps)
        if (const auto parts = collected(windows, map); !parts.empty())
            whole.*map = joinedLogs(parts, grid);
    if (const auto parts = collected(windows, &ChainMaps::surprise); !parts.empty())
        whole.surprise = joined(parts, grid);
    return whole;
}

ProbabilityMap meanMap(const std::vector<at::Tensor>& logs)
{
    std::vector<at::Tensor> maps;
    for (const at::Tensor& map : logs)
        maps.push_back(map.exp());
    return maps.empty() ? ProbabilityMap{} : mapOf(meanOf(maps));
}

std::shared_ptr<Step> stepOf(std::span<const ChainMaps> chains, const StepContext& context,
                             at::Tensor& previousLabels)
{
    std::vector<at::Tensor> unclamped;
    for (const ChainMaps& chain : chains)
        unclamped.push_back(chain.posterior.exp());
    const at::Tensor posteriors = clampedPosteriors(chains, context);
    const at::Tensor mean = posteriors.mean(0, true);
    const at::Tensor entropy = entropyOf(mean), labels = mean.argmax(1);

    auto step = std::make_shared<Step>();
    step->posterior = mapOf(onPicture(meanOf(unclamped), context.grid.picture));
    if (context.evidence)
        writeMarks(step->posterior, *context.evidence);
    step->semantic = meanMap(collected(chains, &ChainMaps::semantic));
    step->generative = meanMap(collected(chains, &ChainMaps::generative));
    step->state = meanMap(collected(chains, &ChainMaps::state));
    step->entropy = scalarOf(entropy);
    if (const auto surprises = collected(chains, &ChainMaps::surprise); !surprises.empty())
        step->surprise = scalarOf(meanOf(surprises));
    step->changedShare = changedShare(labels, previousLabels);
    if (chains.size() > 1)
        step->spread = spreadOf(posteriors, entropy);
    previousLabels = labels;
    return step;
}

std::vector<std::vector<Label>> labelsOf(std::span<const ChainMaps> chains,
                                         const StepContext& context)
{
    const at::Tensor labels =
        clampedPosteriors(chains, context).argmax(1).to(at::kByte).cpu().contiguous();
    std::vector<std::vector<Label>> all;
    for (std::int64_t chain = 0; chain < labels.size(0); ++chain) {
        const at::Tensor one = labels[chain];
        const auto* const begin = one.const_data_ptr<std::uint8_t>();
        all.emplace_back(begin, begin + one.numel());
    }
    return all;
}

} // namespace limn
