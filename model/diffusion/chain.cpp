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
                      std::int64_t rows, std::int64_t columns)
{
    std::vector<at::Tensor> noises;
    for (const std::uint64_t seed : seeds) {
        at::Generator random = generator(seed);
        noises.push_back(
            at::randn({1, model.network.config.latent, rows, columns > 0 ? columns : rows}, random,
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

Chain::Chain(const Model& model, const ImageFeatures& features, at::Tensor state,
             ChainOptions options, at::Generator random)
    : m_model(model)
    , m_features(features)
    , m_options(std::move(options))
    , m_random(std::move(random))
    , m_state(std::move(state))
    , m_steps(isDirect(model.network.config) ? 1 : m_options.steps)
{
    if (m_options.strokes.defined() && m_options.givesEvidence && model.network.config.evidence)
        m_evidence = evidenceOf(m_options.strokes);
}

ChainStep Chain::next()
{
    const NetworkConfig& config = m_model.network.config;
    if (isDirect(config))
        return directStep();
    const int steps = m_options.steps;
    const double t = m_options.start * (1 - static_cast<double>(m_done) / steps);
    const double s = m_options.start * (1 - static_cast<double>(m_done + 1) / steps);
    const std::vector<double> times(static_cast<std::size_t>(m_state.size(0)), t);
    const Decoded decoded = m_model.network.decode(m_features, m_state, times, m_evidence);
    ChainStep step{++m_done, t, m_state, {}, bayesPosterior(m_model, decoded, times), {}};
    step.estimate = estimateOf(step.maps, m_options, m_random);
    const at::Tensor clean =
        m_options.isProjected ? m_model.network.encoder(step.estimate) : decoded.latent;
    m_estimate = step.estimate;
    m_state = moved(m_state, clean, t, s, config, m_options.kernel, m_random);
    step.after = m_state;
    return step;
}

ChainStep Chain::directStep()
{
    const Decoded decoded = m_model.network.decode(m_features, m_state, {}, {});
    ChainStep step{
        ++m_done, m_options.start, m_state, m_state, bayesPosterior(m_model, decoded, {}), {}};
    step.estimate = estimateOf(step.maps, m_options, m_random);
    return step;
}

at::Tensor Chain::cleanState() const
{
    return isAtEnd() ? m_state : stateOf(m_model, m_estimate, 0, at::zeros_like(m_state));
}

void runChain(const Model& model, const ImageFeatures& features, const at::Tensor& state,
              const ChainOptions& options, at::Generator& random,
              const std::function<bool(const ChainStep&)>& onStep)
{
    Chain chain(model, features, state, options, random);
    while (!chain.isAtEnd())
        if (!onStep(chain.next()))
            return;
}

} // namespace limn
