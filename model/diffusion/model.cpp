#include "model/diffusion/model.h"

#include "model/diffusion/schedule.h"

namespace limn {

Model::Model(const NetworkConfig& config, std::uint64_t seed, at::Device device)
    : network(config, seed, device)
    , mixture(config.classes, config.components, config.latent, device)
    , statistics(device)
    , classPrior(at::full({config.classes}, 1.0 / config.classes,
                          at::TensorOptions(at::kFloat).device(device)))
    , colourMean(at::zeros({config.channels}, at::TensorOptions(at::kFloat).device(device)))
    , colourDeviation(at::ones({config.channels}, at::TensorOptions(at::kFloat).device(device)))
{
}

NamedTensors Model::tensors() const
{
    NamedTensors all = network.parameters.list();
    for (const NamedTensors& more : {mixture.tensors(), statistics.tensors()})
        all.insert(all.end(), more.begin(), more.end());
    all.emplace_back("prior.class", classPrior);
    all.emplace_back("input.mean", colourMean);
    all.emplace_back("input.deviation", colourDeviation);
    return all;
}

Posterior bayesPosterior(const Model& model, const Decoded& decoded,
                         const std::vector<double>& times)
{
    std::vector<std::int64_t> bins;
    for (const double t : times)
        bins.push_back(timeBin(t));
    const at::Tensor bin = at::tensor(bins, at::kLong).to(model.device());
    const auto perSample = [&bin](const at::Tensor& values) { return values.index_select(0, bin); };

    const at::Tensor density =
        model.mixture.logDensity(decoded.latent, perSample(model.statistics.error));
    const at::Tensor trust = at::softplus(perSample(model.network.trust)).view({-1, 1, 1, 1});
    const at::Tensor flat = at::sigmoid(perSample(model.network.contamination)).view({-1, 1, 1, 1});
    const at::Tensor responsibility = at::softmax(trust * density, 1);

    Posterior result;
    result.logSemantic = at::log_softmax(decoded.semanticScores, 1);
    result.logGenerative =
        at::log((1 - flat) * responsibility + flat / model.network.config.classes);
    result.logPosterior =
        at::log_softmax(result.logSemantic + upsampled(result.logGenerative, 4), 1);
    result.surprise = -at::logsumexp(
        density.detach() + model.classPrior.clamp_min(1e-8).log().view({1, -1, 1, 1}), 1);
    return result;
}

} // namespace limn
