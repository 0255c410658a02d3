#include "model/training/augment.h"

#include "model/diffusion/parameters.h"

#include <cmath>
#include <numbers>

namespace limn {
namespace {

constexpr double warpProbability = 0.8;
constexpr double largestTurn = 15 * std::numbers::pi / 180;
constexpr double largestHueTurn = 0.1; // radians about the grey axis
constexpr std::int64_t bilinear = 0;
constexpr std::int64_t border = 1;

// From the output's coordinates (-1..1) to the input's.
at::Tensor warpGrid(const at::Tensor& picture, Random& random)
{
    const double angle = random.uniform(-largestTurn, largestTurn);
    const double scale = 1 / random.uniform(0.85, 1.15);
    // Coordinates run over two sides, so a shift of 10 % is 0.2.
    const double matrix[] = {scale * std::cos(angle),   -scale * std::sin(angle),
                             random.uniform(-0.2, 0.2), scale * std::sin(angle),
                             scale * std::cos(angle),   random.uniform(-0.2, 0.2)};
    const at::Tensor theta = at::tensor(at::ArrayRef<double>(matrix), at::kFloat).view({1, 2, 3});
    return at::affine_grid_generator(theta, {1, 1, picture.size(1), picture.size(2)}, false);
}

// Rotation of the colour cube about its grey axis (Rodrigues).
at::Tensor hueTurned(const at::Tensor& picture, double angle)
{
    const double cosine = std::cos(angle);
    const double even = (1 - cosine) / 3;
    const double odd = std::sin(angle) / std::sqrt(3.0);
    const double matrix[] = {cosine + even, even - odd, even + odd, even + odd,   cosine + even,
                             even - odd,    even - odd, even + odd, cosine + even};
    const at::Tensor turn = at::tensor(at::ArrayRef<double>(matrix), at::kFloat).view({3, 3});
    return at::mm(turn, picture.flatten(1)).view_as(picture);
}

at::Tensor gammaChanged(const at::Tensor& picture, double low, double high, double gamma)
{
    const double range = std::max(high - low, 1e-6);
    return low + range * ((picture - low) / range).clamp(0, 1).pow(gamma);
}

} // namespace

TrainingPair augmented(const at::Tensor& picture, const at::Tensor& labels, int classes,
                       const AugmentOptions& options, const ColourScale& scale, Random& random)
{
    at::Tensor x = picture;
    at::Tensor y = at::one_hot(labels.to(at::kLong), classes).permute({2, 0, 1}).to(at::kFloat);
    if (options.flips) {
        const auto turns = static_cast<std::int64_t>(random.below(4));
        x = at::rot90(x, turns, {1, 2});
        y = at::rot90(y, turns, {1, 2});
        if (random.chance(0.5)) {
            x = x.flip({2});
            y = y.flip({2});
        }
    }
    if (random.chance(warpProbability)) {
        const at::Tensor grid = warpGrid(x, random);
        x = at::grid_sampler(x.unsqueeze(0), grid, bilinear, border, false).squeeze(0);
        y = at::grid_sampler(y.unsqueeze(0), grid, bilinear, border, false).squeeze(0);
    }
    const bool isColour = scale.mean.defined();
    if (isColour)
        x = hueTurned(x, random.uniform(-largestHueTurn, largestHueTurn));
    const double low = isColour ? 0 : x.min().item<double>();
    const double high = isColour ? options.largestValue : x.max().item<double>();
    x = gammaChanged(x, low, high, std::exp(random.uniform(std::log(0.7), std::log(1.5))));
    x = normalised(x, scale);
    x = x * random.uniform(0.9, 1.1) + random.uniform(-0.1, 0.1);
    at::Generator noise = generator(mixed(0, random.below(std::size_t{1} << 52)));
    x = x + random.uniform(0, 0.1) * at::randn(x.sizes(), noise, at::TensorOptions(at::kFloat));
    return {x, y.argmax(0)};
}

} // namespace limn
