#include "model/diffusion/picture.h"

namespace limn {

at::Tensor stretched(const at::Tensor& picture, std::int64_t side)
{
    if (picture.size(1) == side && picture.size(2) == side)
        return picture;
    return at::_upsample_bilinear2d_aa(picture.unsqueeze(0), {side, side}, false).squeeze(0);
}

at::Tensor normalised(const at::Tensor& picture, const at::Tensor& colourMean,
                      const at::Tensor& colourDeviation)
{
    if (picture.size(0) > 1)
        return (picture - colourMean.view({-1, 1, 1})) / colourDeviation.view({-1, 1, 1});
    const at::Tensor centred = picture - picture.mean();
    const double deviation = centred.square().mean().sqrt().item<double>();
    return deviation > 1e-12 ? centred / deviation : at::zeros_like(centred);
}

} // namespace limn
