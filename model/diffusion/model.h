// A whole model: the network, what was learnt beside it, and the Bayes posterior that joins its
// parts.
#pragma once

#include "model/diffusion/mixture.h"
#include "model/diffusion/network.h"
#include "model/diffusion/picture.h"

#include <memory>

namespace limn {

struct Model {
    Network network;
    LatentMixture mixture;
    StepStatistics statistics;
    at::Tensor classPrior; // share of each class's pixels in the training set
    at::Tensor colourMean,
        colourDeviation; // of the training set, stored units; used for colour

    Model(const NetworkConfig& config, std::uint64_t seed, at::Device device);

    // Everything that a weights file holds, parameters first.
    NamedTensors tensors() const;
    at::Device device() const { return classPrior.device(); }
    ColourScale colourScale() const; // for normalised()
};

// Everything in logarithms. Semantic and posterior at H x W, generative at H/4 x W/4 (H x W where
// the label decoder is the likelihood). Of a direct network semantic and posterior alone, and
// equal.
struct Posterior {
    at::Tensor logSemantic; // log P_S
    at::Tensor logGenerative; // log of the bounded generative responsibility
    at::Tensor logPosterior; // log P at temperature 1
    at::Tensor density; // log p_t(z|c) of the mixture without its constant, B x classes x h x w
    at::Tensor surprise; // B x h x w: -log sum_c pi_c p_t(z|c), nats
};

// log P = log P_S + Up4(log p~) - log Z. The likelihood is bounded, so that it never vetoes the
// semantic module, and widened by the denoiser's known error at each time.
Posterior bayesPosterior(const Model& model, const Decoded& decoded,
                         const std::vector<double>& times);

} // namespace limn
