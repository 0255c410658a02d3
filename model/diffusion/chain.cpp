#include "model/diffusion/chain.h"

#include "model/diffusion/schedule.h"

namespace limn {

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

void runChain(const Model& model, const ImageFeatures& features, const at::Tensor& noise,
              const ChainOptions& options, at::Generator& random,
              const std::function<bool(const ChainStep&)>& onStep)
{
    const NetworkConfig& config = model.network.config;
    const auto batch = static_cast<std::size_t>(noise.size(0));
    at::Tensor z = noise;
    for (int k = 1; k <= options.steps; ++k) {
        const double t = 1 - static_cast<double>(k - 1) / options.steps;
        const double s = 1 - static_cast<double>(k) / options.steps;
        const std::vector<double> times(batch, t);
        ChainStep step{k,
                       t,
                       z,
                       {},
                       bayesPosterior(model, model.network.decode(features, z, times, {}), times)};
        const at::Tensor clean = model.network.encoder(at::exp(step.maps.logPosterior));
        const Move move = markovMove(t, s);
        z = move.keep * z + move.pull * config.inputScale * clean;
        if (options.eta > 0)
            z = z
                + options.eta * move.noise
                    * at::randn(noise.sizes(), random, at::TensorOptions(at::kFloat))
                          .to(z.device());
        step.after = z;
        if (!onStep(step))
            return;
    }
}

} // namespace limn
