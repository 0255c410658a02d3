#include "model/diffusion/picture.h"

#include <cmath>

namespace limn {

at::Tensor pictureOf(const Slice& slice)
{
    const auto isValid = [&slice](float value) {
        return std::isfinite(value) && value != slice.padding;
    };
    float smallest = INFINITY;
    for (const float value : slice.values)
        if (isValid(value))
            smallest = std::min(smallest, value);
    if (!std::isfinite(smallest))
        smallest = 0;
    at::Tensor picture =
        at::empty({slice.size.height, slice.size.width, slice.channels}, at::kFloat);
    float* const to = picture.data_ptr<float>();
    for (std::size_t i = 0; i < slice.values.size(); ++i)
        to[i] = isValid(slice.values[i]) ? slice.values[i] : smallest;
    return picture.permute({2, 0, 1}).contiguous();
}

at::Tensor stretched(const at::Tensor& picture, std::int64_t side)
{
    if (picture.size(1) == side && picture.size(2) == side)
        return picture;
    return at::_upsample_bilinear2d_aa(picture.unsqueeze(0), {side, side}, false).squeeze(0);
}

at::Tensor normalised(const at::Tensor& picture, const ColourScale& scale)
{
    const auto perChannel = [&picture](const at::Tensor& values) {
        return values.to(picture.device()).view({-1, 1, 1});
    };
    if (scale.mean.defined())
        return (picture - perChannel(scale.mean)) / perChannel(scale.deviation);
    if (scale.isEach) {
        const at::Tensor centred = picture - picture.mean({1, 2}, true);
        const at::Tensor deviation = centred.square().mean({1, 2}, true).sqrt();
        return at::where(deviation > 1e-12, centred / deviation, 0);
    }
    const at::Tensor centred = picture - picture.mean();
    const double deviation = centred.square().mean().sqrt().item<double>();
    return deviation > 1e-12 ? centred / deviation : at::zeros_like(centred);
}

} // namespace limn
