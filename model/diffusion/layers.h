// The layers of the network: each holds its tensors and is called like a function. Tensors are
// channels_last in memory, B x C x H x W in shape.
#pragma once

#include "model/diffusion/parameters.h"

#include <optional>

namespace limn {

// A module that some networks go without; called only where it is.
template <typename Module> struct Part : std::optional<Module> {
    using std::optional<Module>::optional;

    template <typename... Arguments> auto operator()(const Arguments&... arguments) const
    {
        return (**this)(arguments...);
    }
};

struct Convolution {
    at::Tensor weight, bias;
    int stride = 1;
    int padding = 0;
    int groups = 1;

    Convolution(Parameters& parameters, const std::string& name, int from, int to, int kernel,
                int step = 1, int groupCount = 1);
    at::Tensor operator()(const at::Tensor& x) const;
};

struct Linear {
    at::Tensor weight, bias;

    Linear(Parameters& parameters, const std::string& name, int from, int to);
    at::Tensor operator()(const at::Tensor& x) const;
};

// Eight groups, halved until they divide the channels.
struct GroupNorm {
    at::Tensor weight, bias;
    int groups = 8;

    GroupNorm(Parameters& parameters, const std::string& name, int channels);
    at::Tensor operator()(const at::Tensor& x) const;
};

// GN-SiLU-Conv3x3-GN-[scale and shift by the time]-SiLU-Conv3x3, plus identity or a 1x1 skip.
struct ResidualBlock {
    GroupNorm norm1;
    Convolution conv1;
    GroupNorm norm2;
    std::optional<Linear> film;
    Convolution conv2;
    std::optional<Convolution> skip;

    // timeWidth 0: no time input.
    ResidualBlock(Parameters& parameters, const std::string& name, int from, int to,
                  int timeWidth = 0);
    at::Tensor operator()(const at::Tensor& x, const at::Tensor& time = {}) const;
};

// Self-attention with four heads and a residual; beyond 32 x 32 cells keys and values are pooled.
struct Attention {
    GroupNorm norm;
    Convolution qkv;
    Convolution out;

    Attention(Parameters& parameters, const std::string& name, int channels);
    at::Tensor operator()(const at::Tensor& x) const;
};

at::Tensor upsampled(const at::Tensor& x, int factor); // bilinear, pixel centres
at::Tensor channelsLast(const at::Tensor& x);

} // namespace limn
