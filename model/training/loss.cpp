#include "model/training/loss.h"

namespace limn {
namespace {

at::Tensor softDice(const at::Tensor& logProbabilities, const at::Tensor& oneHot)
{
    const at::Tensor p = at::exp(logProbabilities).slice(1, 1);
    const at::Tensor y = oneHot.slice(1, 1);
    const at::Tensor overlap = (p * y).sum({0, 2, 3});
    const at::Tensor total = p.sum({0, 2, 3}) + y.sum({0, 2, 3});
    return (1 - (2 * overlap + 1) / (total + 1)).mean();
}

} // namespace

at::Tensor classificationLoss(const at::Tensor& logProbabilities, const at::Tensor& labels,
                              const at::Tensor& oneHot)
{
    return at::nll_loss2d(logProbabilities, labels) + softDice(logProbabilities, oneHot);
}

at::Tensor mapsLoss(const Posterior& maps, const at::Tensor& labels, const at::Tensor& oneHot)
{
    return classificationLoss(maps.logPosterior, labels, oneHot)
        + 0.5 * classificationLoss(maps.logSemantic, labels, oneHot);
}

at::Tensor misalignment(const at::Tensor& density, const at::Tensor& oneHot)
{
    return -(density * at::avg_pool2d(oneHot, {4, 4})).sum(1).mean();
}

double diceOf(const at::Tensor& predicted, const at::Tensor& labels, int classes)
{
    double sum = 0;
    int count = 0;
    for (int c = 1; c < classes; ++c) {
        const at::Tensor p = predicted == c, y = labels == c;
        const double overlap = at::logical_and(p, y).sum().item<double>();
        const double total = p.sum().item<double>() + y.sum().item<double>();
        if (total == 0)
            continue;
        sum += 2 * overlap / total;
        ++count;
    }
    return count > 0 ? sum / count : 1;
}

} // namespace limn
