#include "model/diffusion/started_chains.h"

#include "model/diffusion/evidence.h"

namespace limn {
namespace {

enum Stream : std::uint64_t { startStream = 1, moveStream, firstChainStream = 16 };
constexpr std::uint64_t firstWindowStream = 4096;

std::uint64_t seedOf(std::uint64_t seed, int chain)
{
    return chain == 0 ? seed : mixed(seed, firstChainStream + static_cast<std::uint64_t>(chain));
}

at::Generator movesOf(std::uint64_t seed, std::size_t window)
{
    const std::uint64_t moves = mixed(seed, moveStream);
    return generator(window == 0 ? moves : mixed(moves, firstWindowStream + window));
}

at::Tensor tensorOf(const ProbabilityMap& map)
{
    return at::tensor(map.values, at::kFloat)
        .view({1, map.classes, map.size.height, map.size.width});
}

// What the step says without strokes, priors brought in and strokes written in, on the padded grid.
at::Tensor restartMap(const Model& model, const Step& from, const PictureGrid& grid,
                      const at::Tensor& strokes, const at::Tensor& logPriorRatio)
{
    constexpr double smallest = 1e-12;
    const BayesRule rule = model.network.config.bayes;
    at::Tensor logs = tensorOf(from.semantic).clamp_min(smallest).log();
    const bool isProduct = rule != BayesRule::Off && rule != BayesRule::Generative;
    if (isProduct && !from.generative.isEmpty())
        logs = logs + tensorOf(from.generative).clamp_min(smallest).log();
    if (logPriorRatio.defined())
        logs = logs + logPriorRatio.cpu().view({1, -1, 1, 1});
    const at::Tensor map = padded(at::softmax(logs, 1), grid);
    return strokes.defined() ? clamped(map, strokes) : map;
}

} // namespace

std::vector<Chain> startedChains(const Model& model, const std::vector<ImageFeatures>& features,
                                 const PictureGrid& grid, const SegmentRequest& request,
                                 std::uint64_t pictureHash, const at::Tensor& strokes,
                                 const at::Tensor& logPriorRatio)
{
    constexpr int cell = 4; // px of a latent cell
    const bool isOnePass = isDirect(model.network.config);
    ChainOptions options{.steps = request.steps,
                         .kernel = request.kernel,
                         .labelSampling = request.labelSampling,
                         .logPriorRatio = logPriorRatio};
    at::Tensor restart;
    if (request.restart && !isOnePass) {
        options.start = request.restart->t;
        restart = restartMap(model, *request.restart->from, grid, strokes, logPriorRatio);
    }
    std::vector<Chain> chains;
    for (int c = 0; c < (isOnePass ? 1 : request.chains); ++c) {
        const std::uint64_t seed = seedOf(mixed(request.seed, pictureHash), c);
        const at::Tensor noise = startNoise(model, {mixed(seed, startStream)},
                                            grid.padded.height / cell, grid.padded.width / cell);
        for (std::size_t w = 0; w < grid.windows.size(); ++w) {
            const Rect window = grid.windows[w];
            const auto part = [&](const at::Tensor& map) {
                return channelsLast(within(map, window).to(model.device()));
            };
            at::Tensor state = channelsLast(within(noise, window, cell));
            if (restart.defined())
                state = stateOf(model, part(restart), request.restart->t, state);
            if (strokes.defined())
                options.strokes = part(strokes);
            chains.emplace_back(model, features[w], state, options, movesOf(seed, w));
        }
    }
    return chains;
}

} // namespace limn
