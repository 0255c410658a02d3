// The class-conditional density of label latents: p(z|c), a Gaussian mixture with diagonal
// covariance, fitted by online EM; and what is known of the denoiser's error at each noise level.
#pragma once

#include "model/diffusion/parameters.h"

#include <vector>

namespace limn {

struct LatentMixture {
    static constexpr double smallestVariance = 1e-3; // of what was seen, before
    static constexpr double addedVariance = 1e-2; // this is added

    at::Tensor mean, variance; // classes x components x latent
    at::Tensor share; // classes x components, sums to 1 over the components
    at::Tensor sum0, sum1, sum2; // running moments: of 1, z, z^2
    at::Tensor initialised; // classes, 0 or 1

    LatentMixture(int classes, int components, int latent, at::Device device);

    // log p(z|c) without the constant, B x classes x h x w, the covariance widened by `errors` (B):
    // the mean square error of the denoised latent.
    at::Tensor logDensity(const at::Tensor& latent, const at::Tensor& errors) const;

    // One step of online EM on clean label latents; fractions: B x classes x h x w, the share of
    // each class in a cell. No gradient.
    void update(const at::Tensor& latent, const at::Tensor& fractions, at::Generator& random);

    NamedTensors tensors() const;

private:
    void initialise(std::int64_t classIndex, const at::Tensor& cells, at::Generator& random);
    void learn(std::int64_t classIndex, const at::Tensor& cells, const at::Tensor& weights);
    void derive(std::int64_t classIndex); // mean, variance, share from the moments
};

// Running means per time bin; the first value does not linger.
struct StepStatistics {
    at::Tensor error; // mean square error of the denoised latent
    at::Tensor surprise; // mean of -log sum_c pi_c p_t(z|c)
    at::Tensor hits; // how many samples a bin has seen

    explicit StepStatistics(at::Device device);
    void update(const std::vector<double>& times, const at::Tensor& errors,
                const at::Tensor& surprises);
    NamedTensors tensors() const;
};

} // namespace limn
