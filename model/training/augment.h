// Random variations of a training image.
#pragma once

#include "model/diffusion/picture.h"
#include "model/training/random.h"

#include <ATen/ATen.h>

namespace limn {

struct AugmentOptions {
    bool flips = false; // mirror images, and quarter turns: only where anatomy allows
    bool isStrong = false; // all ranges about twice as wide, elastic warps, holes in the picture
    double largestValue = 255; // that a colour picture can hold
};

struct TrainingPair {
    at::Tensor picture; // channels x H x W, normalised
    at::Tensor labels; // H x W, long
};

// `picture` in stored units. Turns up to 15 degrees, scale 0.85 to 1.15, shift to 10 %, gamma,
// gain, offset, noise; hue for colour (where there is a colour scale). Strong: 30 degrees, 0.7 to
// 1.4, 15 %; half of the pictures warped elastically, half with up to three rectangles blanked, in
// the picture alone. Computed where `picture` and `labels` lie; the random numbers are the same.
TrainingPair augmented(const at::Tensor& picture, const at::Tensor& labels, int classes,
                       const AugmentOptions& options, const ColourScale& scale, Random& random);

} // namespace limn
