#include "model/diffusion/chain.h"

#include "model/diffusion/evidence.h"
#include "model/diffusion/schedule.h"

namespace limn {
namespace {

constexpr int blurReach = 4; // px, of the noise that draws labels

at::Tensor noiseLike(const at::Tensor& z, at::Generator& random)
{
    return channelsLast(at::randn(z.sizes(), random, at::TensorOptions(at::kFloat)).to(z.device()));
}

// Labels drawn near the likeliest ones, one-hot: argmax of log P + kappa times smooth noise.
at::Tensor drawnLabels(const at::Tensor& logPosterior, double kappa, at::Generator& random)
{
    const int side = 2 * blurReach + 1;
    const at::Tensor smooth = at::avg_pool2d(noiseLike(logPosterior, random), {side, side}, {1, 1},
                                             {blurReach, blurReach}, false, false)
        * side; // variance 1 again
    const at::Tensor labels = (logPosterior + kappa * smooth).argmax(1);
    return at::one_hot(labels, logPosterior.size(1)).permute({0, 3, 1, 2}).to(at::kFloat);
}

at::Tensor estimateOf(const Posterior& maps, const ChainOptions& options, at::Generator& random)
{
    at::Tensor logs = maps.logPosterior;
    if (options.logPriorRatio.defined())
        logs = at::log_softmax(logs + options.logPriorRatio.view({1, -1, 1, 1}), 1);
    const at::Tensor map =
        options.labelSampling > 0 ? drawnLabels(logs, options.labelSampling, random) : logs.exp();
    return options.strokes.defined() ? clamped(map, options.strokes) : map;
}

// Method 3.10, the four candidates.
at::Tensor moved(const at::Tensor& z, const at::Tensor& clean, double t, double s,
                 const NetworkConfig& config, Kernel kernel, at::Generator& random)
{
    const double scale = config.inputScale;
    const auto alpha = [&config](double time) { return alphaAt(time, config.schedule); };
    const auto sigma = [&config](double time) { return sigmaAt(time, config.schedule); };
    if (kernel == Kernel::Ddim)
        return alpha(s) * scale * clean + sigma(s) / sigma(t) * (z - alpha(t) * scale * clean);
    if (kernel == Kernel::Renoising)
        return alpha(s) * scale * clean + sigma(s) * noiseLike(z, random);
    const Move move = markovMove(t, s, config.schedule);
    const at::Tensor mean = move.keep * z + move.pull * scale * clean;
    return kernel == Kernel::Ancestral ? mean + move.noise * noiseLike(z, random) : mean;
}

} // namespace

at::Tensor startNoise(const Model& model, const std::vector<std::uint64_t>& seeds,
                      std::int64_t latentSide)
{
    std::vector<at::Tensor> noises;
    for (const std::uint64_t seed : seeds) {
        at::Generator random = generator(seed);
        noises.push_back(at::randn({1, model.network.config.latent, latentSide, latentSide}, random,
                                   at::TensorOptions(at::kFloat)));
    }
    return channelsLast(at::cat(noises).to(model.device()));
}

at::Tensor stateOf(const Model& model, const at::Tensor& probabilities, double t,
                   const at::Tensor& noise)
{
    const NetworkConfig& config = model.network.config;
    return alphaAt(t, config.schedule) * config.inputScale * model.network.encoder(probabilities)
        + sigmaAt(t, config.schedule) * noise;
}

void runChain(const Model& model, const ImageFeatures& features, const at::Tensor& state,
              const ChainOptions& options, at::Generator& random,
              const std::function<bool(const ChainStep&)>& onStep)
{
    const NetworkConfig& config = model.network.config;
    at::Tensor evidence;
    if (options.strokes.defined() && options.givesEvidence && config.evidence)
        evidence = evidenceOf(options.strokes);
    if (isDirect(config)) {
        const Decoded decoded = model.network.decode(features, state, {}, {});
        ChainStep step{1, options.start, state, state, bayesPosterior(model, decoded, {}), {}};
        step.estimate = estimateOf(step.maps, options, random);
        onStep(step);
        return;
    }
    at::Tensor z = state;
    for (int k = 1; k <= options.steps; ++k) {
        const double t = options.start * (1 - static_cast<double>(k - 1) / options.steps);
        const double s = options.start * (1 - static_cast<double>(k) / options.steps);
        const std::vector<double> times(static_cast<std::size_t>(z.size(0)), t);
        const Decoded decoded = model.network.decode(features, z, times, evidence);
        ChainStep step{k, t, z, {}, bayesPosterior(model, decoded, times), {}};
        step.estimate = estimateOf(step.maps, options, random);
        const at::Tensor clean =
            options.isProjected ? model.network.encoder(step.estimate) : decoded.latent;
        z = moved(z, clean, t, s, config, options.kernel, random);
        step.after = z;
        if (!onStep(step))
            return;
    }
}

} // namespace limn
