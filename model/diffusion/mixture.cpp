#include "model/diffusion/mixture.h"

#include "model/diffusion/schedule.h"

namespace limn {
namespace {

constexpr std::int64_t cellsPerClass = 1024;
constexpr double learningRate = 0.05;
constexpr double equalShare = 0.1; // of a component's weight that does not depend on data
constexpr double slowestDecay = 0.98;
constexpr double copyDeviation = 0.05;
constexpr double sameCode = 1e-8; // squared distance

} // namespace

LatentMixture::LatentMixture(int classes, int components, int latent, at::Device device)
{
    const auto options = at::TensorOptions(at::kFloat).device(device);
    mean = at::zeros({classes, components, latent}, options);
    variance = at::ones({classes, components, latent}, options);
    share = at::full({classes, components}, 1.0 / components, options);
    sum0 = share.clone();
    sum1 = mean.clone();
    sum2 = sum0.unsqueeze(-1) * variance;
    initialised = at::zeros({classes}, options);
}

// The quadratic form is expanded into three products, so that no tensor of cells x components x
// latent is ever made.
at::Tensor LatentMixture::logDensity(const at::Tensor& latent, const at::Tensor& errors) const
{
    const auto batch = latent.size(0), channels = latent.size(1);
    const auto classes = mean.size(0), components = mean.size(1);
    const at::Tensor wide = variance.unsqueeze(0) + errors.view({-1, 1, 1, 1});
    const at::Tensor inverse = wide.reciprocal().view({batch, classes * components, channels});
    const at::Tensor centres = mean.view({1, classes * components, channels});
    const at::Tensor z = latent.flatten(2);
    const at::Tensor constant = (inverse * centres * centres).sum(-1)
        + wide.log().sum(-1).view({batch, classes * components}) - 2 * share.log().view({1, -1});
    const at::Tensor squares = at::bmm(inverse, z * z) - 2 * at::bmm(inverse * centres, z);
    const at::Tensor logs = -0.5 * (squares + constant.unsqueeze(-1));
    return at::logsumexp(logs.view({batch, classes, components, -1}), 2)
        .view({batch, classes, latent.size(2), latent.size(3)});
}

void LatentMixture::update(const at::Tensor& latent, const at::Tensor& fractions,
                           at::Generator& random)
{
    const at::NoGradGuard noGradient;
    const at::Tensor cells = latent.permute({0, 2, 3, 1}).reshape({-1, latent.size(1)});
    for (std::int64_t c = 0; c < mean.size(0); ++c) {
        const at::Tensor fraction = fractions.select(1, c).reshape({-1});
        at::Tensor places = at::nonzero(fraction > 0.5).view({-1});
        if (places.size(0) < mean.size(1))
            continue;
        if (places.size(0) > cellsPerClass) {
            const at::Tensor order =
                at::randperm(places.size(0), random, at::TensorOptions(at::kLong));
            places = places.index_select(0, order.slice(0, 0, cellsPerClass).to(places.device()));
        }
        const at::Tensor chosen = cells.index_select(0, places);
        if (initialised[c].item<float>() == 0)
            initialise(c, chosen, random);
        learn(c, chosen, fraction.index_select(0, places));
    }
}

// k-means++: interior cells of a label have identical codes, so components drawn at random would
// coincide and never part.
void LatentMixture::initialise(std::int64_t c, const at::Tensor& cells, at::Generator& random)
{
    const auto options = at::TensorOptions(at::kFloat);
    const at::Tensor onCpu = cells.to(at::kCPU);
    at::Tensor nearest = at::full({onCpu.size(0)}, 1e30, options);
    for (std::int64_t m = 0; m < mean.size(1); ++m) {
        const bool isCopy = m > 0 && nearest.max().item<float>() < sameCode;
        const at::Tensor odds = m == 0 || isCopy ? at::ones_like(nearest) : nearest;
        const at::Tensor pick = at::multinomial(odds, 1, false, random);
        at::Tensor centre = onCpu.index_select(0, pick).squeeze(0);
        if (isCopy)
            centre = centre + copyDeviation * at::randn({onCpu.size(1)}, random, options);
        mean[c][m].copy_(centre);
        nearest = at::minimum(nearest, (onCpu - centre).square().sum(1));
    }
    variance[c].fill_(1);
    share[c].fill_(1.0 / static_cast<double>(mean.size(1)));
    sum0[c].copy_(share[c]);
    sum1[c].copy_(share[c].unsqueeze(-1) * mean[c]);
    sum2[c].copy_(share[c].unsqueeze(-1) * (mean[c].square() + variance[c]));
    initialised[c].fill_(1);
}

void LatentMixture::learn(std::int64_t c, const at::Tensor& cells, const at::Tensor& weights)
{
    const at::Tensor distance = (cells.unsqueeze(1) - mean[c].unsqueeze(0)).square() / variance[c];
    const at::Tensor logs = share[c].log() - 0.5 * (distance + variance[c].log()).sum(-1);
    const at::Tensor responsibility =
        at::softmax(logs, 1) * (weights / weights.sum()).unsqueeze(-1); // cells x components
    const at::Tensor transposed = responsibility.transpose(0, 1);
    sum0[c].mul_(1 - learningRate).add_(responsibility.sum(0), learningRate);
    sum1[c].mul_(1 - learningRate).add_(at::mm(transposed, cells), learningRate);
    sum2[c].mul_(1 - learningRate).add_(at::mm(transposed, cells.square()), learningRate);
    derive(c);
}

void LatentMixture::derive(std::int64_t c)
{
    const at::Tensor total = sum0[c].clamp_min(1e-8).unsqueeze(-1);
    mean[c].copy_(sum1[c] / total);
    variance[c].copy_((sum2[c] / total - mean[c].square()).clamp_min(smallestVariance)
                      + addedVariance);
    share[c].copy_((1 - equalShare) * sum0[c] / sum0[c].sum()
                   + equalShare / static_cast<double>(mean.size(1)));
}

NamedTensors LatentMixture::tensors() const
{
    return {{"mixture.mean", mean},
            {"mixture.variance", variance},
            {"mixture.share", share},
            {"mixture.sum0", sum0},
            {"mixture.sum1", sum1},
            {"mixture.sum2", sum2},
            {"mixture.initialised", initialised}};
}

StepStatistics::StepStatistics(at::Device device)
{
    const auto options = at::TensorOptions(at::kFloat).device(device);
    error = at::ones({timeBins}, options);
    surprise = at::zeros({timeBins}, options);
    hits = at::zeros({timeBins}, options);
}

void StepStatistics::update(const std::vector<double>& times, const at::Tensor& errors,
                            const at::Tensor& surprises)
{
    const at::NoGradGuard noGradient;
    // On the processor: a GPU would start a kernel for each number.
    at::Tensor ownError = error.cpu(), ownSurprise = surprise.cpu(), ownHits = hits.cpu();
    const at::Tensor theErrors = errors.cpu(), theSurprises = surprises.cpu();
    for (std::size_t i = 0; i < times.size(); ++i) {
        const int bin = timeBin(times[i]);
        const auto sample = static_cast<std::int64_t>(i);
        const double seen = ownHits[bin].item<float>();
        const double decay = std::min(slowestDecay, seen / (seen + 1));
        ownError[bin].mul_(decay).add_(theErrors[sample], 1 - decay);
        ownSurprise[bin].mul_(decay).add_(theSurprises[sample], 1 - decay);
        ownHits[bin].add_(1);
    }
    error.copy_(ownError);
    surprise.copy_(ownSurprise);
    hits.copy_(ownHits);
}

NamedTensors StepStatistics::tensors() const
{
    return {{"steps.error", error}, {"steps.surprise", surprise}, {"steps.hits", hits}};
}

} // namespace limn
