// Whether denoised latents lie where the labels' own codes lie (A8): latents.csv.
#pragma once

#include "model/diffusion/model.h"
#include "model/training/ablation/judged_set.h"

namespace limn {

// `divergence`: symmetric Kullback-Leibler divergence, nats a channel, between the Gaussians
// (diagonal, variances floored as the mixture's) of the denoised latents after K steps and of the
// true labels' codes, over the cells of which a class holds more than half; mean over the classes
// that have such cells. `error`: mean square error of the denoised latent.
inline const std::vector<std::string> latentColumns{"steps", "divergence", "error"};

// On every judged image, K = plan.steps.
Result<CsvTable> studyLatents(const Model& model, const JudgedSet& set, const Plan& plan,
                              const RunName& run);

} // namespace limn
