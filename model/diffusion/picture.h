// Stored values to the network's input.
#pragma once

#include "model/data/volume.h"

#include <ATen/ATen.h>

namespace limn {

// channels x H x W in stored units. The network never sees padding or values that are not finite:
// they become the smallest that is valid (0 where none is).
at::Tensor pictureOf(const Slice& slice);

// channels x H x W stretched to side x side (bilinear, antialiased when it shrinks), on the CPU.
at::Tensor stretched(const at::Tensor& picture, std::int64_t side);

// channels x H x W in stored units: a grey picture by its own mean and deviation (a constant one
// gives 0), a colour picture by the training set's.
at::Tensor normalised(const at::Tensor& picture, const at::Tensor& colourMean,
                      const at::Tensor& colourDeviation);

} // namespace limn
