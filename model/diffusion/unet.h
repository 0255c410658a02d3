// A plain U-Net (Ronneberger et al. 2015, with group normalisation), to compare with: what the same
// cost buys without any of this method.
#pragma once

#include "model/diffusion/config.h"
#include "model/diffusion/layers.h"

namespace limn {

struct UNet {
    // Two of convolution 3x3, normalisation, SiLU.
    struct Stage {
        Convolution conv1;
        GroupNorm norm1;
        Convolution conv2;
        GroupNorm norm2;

        Stage(Parameters& parameters, const std::string& name, int from, int to);
        at::Tensor operator()(const at::Tensor& x) const;
    };

    std::vector<Stage> down; // at H, H/2, H/4, H/8, H/16
    std::vector<Convolution> narrow; // 1x1 before each doubling of the side, coarse to fine
    std::vector<Stage> up; // at H/8, H/4, H/2, H
    Convolution classifier;

    // The widths are the configuration's: fineWidth at H, then widths.
    UNet(Parameters& parameters, const NetworkConfig& config);

    at::Tensor operator()(const at::Tensor& image) const; // features at H x W
    at::Tensor scores(const at::Tensor& features) const; // of the classes
};

} // namespace limn
