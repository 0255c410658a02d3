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

// The training set's mean and deviation of each colour, on the CPU; undefined where a picture's own
// are used.
struct ColourScale {
    at::Tensor mean, deviation;
    bool isEach = false; // each channel by its own, instead of all together
};

// channels x H x W in stored units: by the colour scale, or by the picture's own mean and deviation
// over all channels or each (what is constant gives 0).
at::Tensor normalised(const at::Tensor& picture, const ColourScale& scale);

} // namespace limn
