// The Markov chain from noise to a mask ("stable Markov inference"): the state is always the code
// of the Bayes posterior map, moved by the Markov posterior's mean.
#pragma once

#include "model/diffusion/model.h"

#include <functional>

namespace limn {

struct ChainStep {
    int index = 1; // 1..steps
    double t = 1; // of `before`
    at::Tensor before; // the noisy latent that the step began with
    at::Tensor after; // the one that it leaves, at the next time
    Posterior maps;
};

struct ChainOptions {
    int steps = 3;
    double eta = 0; // 0: the posterior's mean; 1: ancestral sampling
};

// Noise for `latentSide` x `latentSide` cells, one stream a seed, the same on every device.
at::Tensor startNoise(const Model& model, const std::vector<std::uint64_t>& seeds,
                      std::int64_t latentSide);

// Calls onStep after each step; stops when it returns false.
void runChain(const Model& model, const ImageFeatures& features, const at::Tensor& noise,
              const ChainOptions& options, at::Generator& random,
              const std::function<bool(const ChainStep&)>& onStep);

} // namespace limn
