#include "model/diffusion/layers.h"

#include <cmath>

namespace limn {
namespace {

constexpr int heads = 4;
constexpr std::int64_t longestSide = 32; // of the keys' grid

// B x C x h x w to B x heads x cells x C/heads.
at::Tensor headsOf(const at::Tensor& x)
{
    return x.permute({0, 2, 3, 1})
        .reshape({x.size(0), x.size(2) * x.size(3), heads, x.size(1) / heads})
        .transpose(1, 2);
}

at::Tensor pooled(const at::Tensor& x)
{
    if (x.size(2) * x.size(3) <= longestSide * longestSide)
        return x;
    return at::adaptive_avg_pool2d(x, {longestSide, longestSide});
}

} // namespace

at::Tensor upsampled(const at::Tensor& x, int factor)
{
    return at::upsample_bilinear2d(x, {x.size(2) * factor, x.size(3) * factor}, false);
}

at::Tensor channelsLast(const at::Tensor& x)
{
    return x.contiguous(at::MemoryFormat::ChannelsLast);
}

Convolution::Convolution(Parameters& parameters, const std::string& name, int from, int to,
                         int kernel, int step, int groupCount)
    : stride(step)
    , padding((kernel - 1) / 2)
    , groups(groupCount)
{
    const int inputs = from / groupCount;
    const double bound = 1 / std::sqrt(static_cast<double>(inputs * kernel * kernel));
    weight = parameters.uniform(name + ".weight", {to, inputs, kernel, kernel}, bound);
    bias = parameters.uniform(name + ".bias", {to}, bound);
}

at::Tensor Convolution::operator()(const at::Tensor& x) const
{
    return at::conv2d(x, weight, bias, stride, padding, 1, groups);
}

Linear::Linear(Parameters& parameters, const std::string& name, int from, int to)
{
    const double bound = 1 / std::sqrt(static_cast<double>(from));
    weight = parameters.uniform(name + ".weight", {to, from}, bound);
    bias = parameters.uniform(name + ".bias", {to}, bound);
}

at::Tensor Linear::operator()(const at::Tensor& x) const
{
    return at::linear(x, weight, bias);
}

GroupNorm::GroupNorm(Parameters& parameters, const std::string& name, int channels)
    : weight(parameters.constant(name + ".weight", {channels}, 1))
    , bias(parameters.constant(name + ".bias", {channels}, 0))
{
    while (channels % groups != 0)
        groups /= 2;
}

at::Tensor GroupNorm::operator()(const at::Tensor& x) const
{
    return at::group_norm(x, groups, weight, bias, 1e-5);
}

ResidualBlock::ResidualBlock(Parameters& parameters, const std::string& name, int from, int to,
                             int timeWidth)
    : norm1(parameters, name + ".norm1", from)
    , conv1(parameters, name + ".conv1", from, to, 3)
    , norm2(parameters, name + ".norm2", to)
    , conv2(parameters, name + ".conv2", to, to, 3)
{
    if (timeWidth > 0) {
        film.emplace(parameters, name + ".film", timeWidth, 2 * to);
        film->weight.zero_();
        film->bias.zero_();
    }
    if (from != to)
        skip.emplace(parameters, name + ".skip", from, to, 1);
}

at::Tensor ResidualBlock::operator()(const at::Tensor& x, const at::Tensor& time) const
{
    at::Tensor h = norm2(conv1(at::silu(norm1(x))));
    if (film) {
        const auto parts = (*film)(time).unsqueeze(-1).unsqueeze(-1).chunk(2, 1);
        h = at::addcmul(parts[1], h, 1 + parts[0]);
    }
    h = conv2(at::silu(h));
    return h + (skip ? (*skip)(x) : x);
}

Attention::Attention(Parameters& parameters, const std::string& name, int channels)
    : norm(parameters, name + ".norm", channels)
    , qkv(parameters, name + ".qkv", channels, 3 * channels, 1)
    , out(parameters, name + ".out", channels, channels, 1)
{
}

at::Tensor Attention::operator()(const at::Tensor& x) const
{
    const auto parts = qkv(norm(x)).chunk(3, 1);
    const at::Tensor mixedHeads = at::scaled_dot_product_attention(
        headsOf(parts[0]), headsOf(pooled(parts[1])), headsOf(pooled(parts[2])));
    const at::Tensor cells =
        mixedHeads.transpose(1, 2).reshape({x.size(0), x.size(2), x.size(3), x.size(1)});
    return x + out(cells.permute({0, 3, 1, 2}));
}

} // namespace limn
