// bfloat16 where LibTorch finds it safe (convolutions, matrix products), float32 elsewhere.
#pragma once

#include "model/diffusion/network.h"

namespace limn {

// network.featuresOf(pictures) as float32, computed in mixed precision where that is wanted.
ImageFeatures mixedFeatures(const Network& network, const at::Tensor& pictures, bool isMixed);

} // namespace limn
