// The Markov chain from noise to a mask ("stable Markov inference"): the state is always the code
// of the Bayes posterior map, moved by the Markov posterior's mean.
#pragma once

#include "model/data/kernel.h"
#include "model/diffusion/model.h"

#include <functional>

namespace limn {

struct ChainStep {
    int index = 1; // 1..steps
    double t = 1; // of `before`
    at::Tensor before; // the noisy latent that the step began with
    at::Tensor after; // the one that it leaves, at the next time
    Posterior maps; // before any stroke is written in
    at::Tensor estimate; // P at temperature 1 with priors and strokes: what was encoded
};

struct ChainOptions {
    int steps = 3;
    Kernel kernel = Kernel::PosteriorMean;
    bool isProjected = true; // false: the state is the denoised latent itself, not the map's code
    double start = 1; // t of the first step
    double labelSampling = 0; // kappa: the state is the code of labels drawn near P's; 0: of P
    at::Tensor strokes = {}; // B x classes x H x W, 1 in a stroke's class; undefined: none
    bool givesEvidence = true; // the network sees the strokes too
    at::Tensor logPriorRatio = {}; // a class each, added to log P; undefined: none
};

// Noise for rows x columns cells of the latent (0: a square), one stream a seed, the same on every
// device.
at::Tensor startNoise(const Model& model, const std::vector<std::uint64_t>& seeds,
                      std::int64_t rows, std::int64_t columns = 0);

// The state at time t of a map: its code, scaled, under noise of the same shape.
at::Tensor stateOf(const Model& model, const at::Tensor& probabilities, double t,
                   const at::Tensor& noise);

// One chain, step by step; `model` and `features` outlive it. A direct network has one step.
class Chain {
public:
    Chain(const Model& model, const ImageFeatures& features, at::Tensor state, ChainOptions options,
          at::Generator random);

    bool isAtEnd() const { return m_done == m_steps; }
    ChainStep next(); // not at the end
    at::Tensor cleanState() const; // at time 0, of the last step's estimate, wherever the chain is

private:
    ChainStep directStep();

    const Model& m_model;
    const ImageFeatures& m_features;
    ChainOptions m_options;
    at::Generator m_random;
    at::Tensor m_evidence, m_state, m_estimate;
    int m_steps = 1;
    int m_done = 0;
};

// From `state` at time options.start. Calls onStep after each step; stops when it returns false.
// `features` of one image serve any number of states.
void runChain(const Model& model, const ImageFeatures& features, const at::Tensor& state,
              const ChainOptions& options, at::Generator& random,
              const std::function<bool(const ChainStep&)>& onStep);

} // namespace limn
