#include "model/diffusion/model.h"

#include "model/diffusion/schedule.h"

namespace limn {
namespace {

// log of the generative map: what is multiplied with the semantic one.
template <typename PerSample>
at::Tensor generativeMap(const Network& network, const at::Tensor& likelihood,
                         const at::Tensor& logPrior, const PerSample& perSample)
{
    if (network.config.bayes == BayesRule::Generative)
        return at::log_softmax(likelihood + logPrior, 1);
    if (network.config.bayes == BayesRule::Unbounded)
        return at::log_softmax(initialTrust * likelihood, 1);
    const at::Tensor trust = at::softplus(perSample(network.trust)).view({-1, 1, 1, 1});
    const at::Tensor flat = at::sigmoid(perSample(network.contamination)).view({-1, 1, 1, 1});
    return at::log((1 - flat) * at::softmax(trust * likelihood, 1) + flat / network.config.classes);
}

// A map at the latent's size brought to the picture's; the label decoder's has it already.
at::Tensor fullSize(const at::Tensor& map, const at::Tensor& latent)
{
    return map.size(-1) == latent.size(-1) ? upsampled(map, 4) : map;
}

} // namespace

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

ColourScale Model::colourScale() const
{
    const NetworkConfig& config = network.config;
    if (config.scaling == InputScaling::Each)
        return {.isEach = true};
    if (config.channels == 1 || config.scaling == InputScaling::Own)
        return {};
    return {colourMean.cpu(), colourDeviation.cpu(), false};
}

Posterior bayesPosterior(const Model& model, const Decoded& decoded,
                         const std::vector<double>& times)
{
    Posterior result;
    const NetworkConfig& config = model.network.config;
    if (decoded.semanticScores.defined())
        result.logSemantic = at::log_softmax(decoded.semanticScores, 1);
    if (isDirect(config)) {
        result.logPosterior = result.logSemantic;
        return result;
    }
    std::vector<std::int64_t> bins;
    for (const double t : times)
        bins.push_back(timeBin(t));
    const at::Tensor bin = at::tensor(bins, at::kLong).to(model.device());
    const auto perSample = [&bin](const at::Tensor& values) { return values.index_select(0, bin); };

    result.density = model.mixture.logDensity(decoded.latent, perSample(model.statistics.error));
    const at::Tensor logPrior = model.classPrior.clamp_min(1e-8).log().view({1, -1, 1, 1});
    result.surprise = -at::logsumexp(result.density.detach() + logPrior, 1);
    const at::Tensor likelihood = config.density == LatentDensity::Decoder
        ? at::log_softmax(model.network.latentScores(decoded.latent), 1) - logPrior
        : result.density;
    result.logGenerative = generativeMap(model.network, likelihood, logPrior, perSample);
    if (config.bayes == BayesRule::Off) {
        result.logPosterior = result.logSemantic;
        return result;
    }
    const at::Tensor generative = fullSize(result.logGenerative, decoded.latent);
    if (config.bayes == BayesRule::Generative)
        result.logSemantic = result.logPosterior = at::log_softmax(generative, 1);
    else
        result.logPosterior = at::log_softmax(result.logSemantic + generative, 1);
    return result;
}

} // namespace limn
