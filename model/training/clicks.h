// A robot that clicks where a prediction is wrong, for training with evidence (after RITM's).
#pragma once

#include "model/training/random.h"

#include <ATen/ATen.h>

namespace limn {

// 1 to 3 clicks for one sample: a disk each, within the true class. `predicted` and `truth`: H x W,
// long. Returns classes x H x W, 1 where a click says the class.
at::Tensor robotClicks(const at::Tensor& predicted, const at::Tensor& truth, int classes,
                       Random& random);

} // namespace limn
