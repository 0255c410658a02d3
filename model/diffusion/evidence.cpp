#include "model/diffusion/evidence.h"

namespace limn {

at::Tensor clamped(const at::Tensor& probabilities, const at::Tensor& strokes)
{
    const auto classes = static_cast<double>(probabilities.size(1));
    const at::Tensor isMarked = strokes.sum(1, true) > 0;
    return at::where(isMarked, (1 - strokeDoubt) * strokes + strokeDoubt / classes, probabilities);
}

at::Tensor evidenceOf(const at::Tensor& strokes)
{
    return 4 * at::avg_pool2d(strokes, {4, 4});
}

} // namespace limn
