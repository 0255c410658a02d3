// What training minimises (docs/method.md, 6).
#pragma once

#include "model/diffusion/model.h"

namespace limn {

// CE + Dice of one map. labels: B x H x W, long; oneHot: the same as B x classes x H x W.
at::Tensor classificationLoss(const at::Tensor& logProbabilities, const at::Tensor& labels,
                              const at::Tensor& oneHot);

// CE(P) + Dice(P) + half of the same for the semantic module.
at::Tensor mapsLoss(const Posterior& maps, const at::Tensor& labels, const at::Tensor& oneHot);

// -log p(z|true class), mean over cells; a cell of several classes counts for each by its share.
at::Tensor misalignment(const at::Tensor& density, const at::Tensor& oneHot);

// 2TP / (2TP + FP + FN) of the most likely class, mean over the foreground classes that occur in
// either; over the whole batch. 1 where none occurs.
double diceOf(const at::Tensor& predicted, const at::Tensor& labels, int classes);

} // namespace limn
