// What training minimises (docs/architecture.md, "Training").
#pragma once

#include "model/diffusion/model.h"

namespace limn {

// CE(P) + Dice(P) + half of the same for the semantic module + half the latent's mean square error.
// labels: B x H x W, long; oneHot: the same as B x classes x H x W; clean: the label's latent,
// detached.
at::Tensor passLoss(const Posterior& maps, const at::Tensor& latent, const at::Tensor& labels,
                    const at::Tensor& oneHot, const at::Tensor& clean);

// 2TP / (2TP + FP + FN) of the most likely class, mean over the foreground classes that occur in
// either; over the whole batch. 1 where none occurs.
double diceOf(const at::Tensor& predicted, const at::Tensor& labels, int classes);

} // namespace limn
