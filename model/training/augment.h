// Random variations of a training image.
#pragma once

#include "model/diffusion/picture.h"
#include "model/training/random.h"

#include <ATen/ATen.h>

namespace limn {

struct AugmentOptions {
    bool flips = false; // mirror images, and quarter turns: only where anatomy allows
    double largestValue = 255; // that a colour picture can hold
};

struct TrainingPair {
    at::Tensor picture; // channels x H x W, normalised
    at::Tensor labels; // H x W, long
};

// `picture` in stored units. Turns up to 15 degrees, scale 0.85 to 1.15, shift to 10 %, gamma,
// gain, offset, noise; hue for
// colour (where there is a colour scale).
TrainingPair augmented(const at::Tensor& picture, const at::Tensor& labels, int classes,
                       const AugmentOptions& options, const ColourScale& scale, Random& random);

} // namespace limn
