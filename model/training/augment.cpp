#include "model/training/augment.h"

#include "model/diffusion/parameters.h"

#include <cmath>
#include <numbers>

namespace limn {
namespace {

constexpr double warpProbability = 0.8;
constexpr double largestHueTurn = 0.1; // radians about the grey axis

struct Ranges {
    double turn; // degrees either way
    double smallest, largest; // scale
    double shift; // coordinates run over two sides, so a shift of 10 % is 0.2
    double darkest, brightest; // gamma
    double gain; // about 1, and offset about 0, in deviations
    double noise; // deviation at most
};
constexpr Ranges ordinary{15, 0.85, 1.15, 0.2, 0.7, 1.5, 0.1, 0.1};
constexpr Ranges strong{30, 0.7, 1.4, 0.3, 0.5, 2, 0.25, 0.2};
constexpr double elasticProbability = 0.5, holesProbability = 0.5; // of the strong ones
constexpr std::int64_t elasticKnots = 5; // a side
constexpr double elasticDeviation = 0.06; // of a knot, in coordinates
constexpr double largestHole = 0.3; // of a side
constexpr int mostHoles = 3;
constexpr std::int64_t bilinear = 0;
constexpr std::int64_t border = 1;

// From the output's coordinates (-1..1) to the input's.
at::Tensor warpGrid(const at::Tensor& picture, const Ranges& ranges, Random& random)
{
    const double turn = ranges.turn * std::numbers::pi / 180;
    const double angle = random.uniform(-turn, turn);
    const double scale = 1 / random.uniform(ranges.smallest, ranges.largest);
    const auto shift = [&] { return random.uniform(-ranges.shift, ranges.shift); };
    const double matrix[] = {scale * std::cos(angle), -scale * std::sin(angle), shift(),
                             scale * std::sin(angle), scale * std::cos(angle),  shift()};
    const at::Tensor theta =
        at::tensor(at::ArrayRef<double>(matrix), at::kFloat).view({1, 2, 3}).to(picture.device());
    return at::affine_grid_generator(theta, {1, 1, picture.size(1), picture.size(2)}, false);
}

at::Generator generatorFrom(Random& random)
{
    return generator(mixed(0, random.below(std::size_t{1} << 52)));
}

// Smooth displacements, added to the coordinates of a grid.
at::Tensor bent(const at::Tensor& grid, Random& random)
{
    at::Generator draws = generatorFrom(random);
    const at::Tensor knots = elasticDeviation
        * at::randn({1, 2, elasticKnots, elasticKnots}, draws, at::TensorOptions(at::kFloat));
    return grid
        + at::upsample_bicubic2d(knots.to(grid.device()), {grid.size(1), grid.size(2)}, true)
              .permute({0, 2, 3, 1});
}

// Rectangles at the mean, so that what lies under them must be told from what lies around.
void blank(const at::Tensor& picture, Random& random)
{
    const auto span = [&](std::int64_t side) {
        const double length = random.uniform(0.05, largestHole), start = random.uniform(0, 1);
        const auto first = static_cast<std::int64_t>(start * static_cast<double>(side));
        const auto count = static_cast<std::int64_t>(length * static_cast<double>(side)) + 1;
        return std::pair(first, std::min(side, first + count));
    };
    const std::size_t holes = 1 + random.below(mostHoles);
    for (std::size_t i = 0; i < holes; ++i) {
        const auto [top, bottom] = span(picture.size(1));
        const auto [left, right] = span(picture.size(2));
        picture.slice(1, top, bottom).slice(2, left, right).zero_();
    }
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
    return at::mm(turn.to(picture.device()), picture.flatten(1)).view_as(picture);
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
    const Ranges& ranges = options.isStrong ? strong : ordinary;
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
        at::Tensor grid = warpGrid(x, ranges, random);
        if (options.isStrong && random.chance(elasticProbability))
            grid = bent(grid, random);
        x = at::grid_sampler(x.unsqueeze(0), grid, bilinear, border, false).squeeze(0);
        y = at::grid_sampler(y.unsqueeze(0), grid, bilinear, border, false).squeeze(0);
    }
    const bool isColour = scale.mean.defined();
    if (isColour)
        x = hueTurned(x, random.uniform(-largestHueTurn, largestHueTurn));
    const auto brightened = [&](const at::Tensor& values) {
        const double low = isColour ? 0 : values.min().item<double>();
        const double high = isColour ? options.largestValue : values.max().item<double>();
        return gammaChanged(
            values, low, high,
            std::exp(random.uniform(std::log(ranges.darkest), std::log(ranges.brightest))));
    };
    std::vector<at::Tensor> parts = scale.isEach ? x.split(1) : std::vector{x};
    for (at::Tensor& part : parts)
        part = brightened(part);
    x = at::cat(parts);
    x = normalised(x, scale);
    x = x * random.uniform(1 - ranges.gain, 1 + ranges.gain)
        + random.uniform(-ranges.gain, ranges.gain);
    at::Generator noise = generatorFrom(random);
    x = x
        + random.uniform(0, ranges.noise)
            * at::randn(x.sizes(), noise, at::TensorOptions(at::kFloat)).to(x.device());
    if (options.isStrong && random.chance(holesProbability))
        blank(x, random);
    return {x, y.argmax(0)};
}

} // namespace limn
