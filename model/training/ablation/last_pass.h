// The decoder pass that ends a chain, with what the chain itself does not keep.
#pragma once

#include "model/diffusion/chain.h"

namespace limn {

// Of pictures whose features are given, from the noise of startNoise(); one pass of a direct model.
struct LastPass {
    Decoded decoded;
    Posterior maps;
};

inline LastPass lastPassOf(const Model& model, const ImageFeatures& features,
                           const at::Tensor& noise, int steps)
{
    at::Generator unused = generator(0); // the mean of the Markov posterior draws nothing
    at::Tensor state;
    std::vector<double> times;
    LastPass last;
    runChain(model, features, noise, {.steps = steps}, unused, [&](const ChainStep& step) {
        state = step.before;
        times.assign(static_cast<std::size_t>(state.size(0)), step.t);
        last.maps = step.maps;
        return true;
    });
    last.decoded = model.network.decode(features, state, times, {});
    return last;
}

} // namespace limn
