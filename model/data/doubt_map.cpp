#include "model/data/doubt_map.h"

#include "model/data/bilinear.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace limn {
namespace {

// -p ln p for p = i / (size - 1): a logarithm a pixel and class would cost most of the time.
const std::array<float, 4097>& surprisals()
{
    static const auto table = [] {
        std::array<float, 4097> values{};
        for (std::size_t i = 1; i < values.size(); ++i) {
            const double p = static_cast<double>(i) / (values.size() - 1);
            values[i] = static_cast<float>(-p * std::log(p));
        }
        return values;
    }();
    return table;
}

std::vector<float> distances(const ProbabilityMap& a, const ProbabilityMap& b)
{
    std::vector<float> halves(a.size.area());
    for (int k = 0; k < a.classes; ++k) {
        const auto one = a.of(k), other = b.of(k);
        for (std::size_t i = 0; i < halves.size(); ++i)
            halves[i] += std::abs(one[i] - other[i]) / 2;
    }
    return halves;
}

} // namespace

ScalarMap entropyOf(const ProbabilityMap& map, int blockSide)
{
    const Size grid{(map.size.width + blockSide - 1) / blockSide,
                    (map.size.height + blockSide - 1) / blockSide};
    ScalarMap entropy{grid, std::vector<float>(grid.area())};
    const auto& table = surprisals();
    const auto largest = static_cast<float>(table.size() - 1);
    const float unit = 1 / std::log(static_cast<float>(std::max(map.classes, 2)));
    for (int k = 0; k < map.classes; ++k) {
        const auto plane = map.of(k);
        std::size_t cell = 0;
        for (int y = 0; y < grid.height; ++y) {
            const int row = std::min(y * blockSide + blockSide / 2, map.size.height - 1);
            const auto first =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(map.size.width);
            for (int x = 0; x < grid.width; ++x, ++cell) {
                const int column = std::min(x * blockSide + blockSide / 2, map.size.width - 1);
                const float p = plane[first + static_cast<std::size_t>(column)];
                const float inside = std::clamp(p, 0.0F, 1.0F);
                entropy.values[cell] +=
                    unit * table[static_cast<std::size_t>(inside * largest + 0.5F)];
            }
        }
    }
    return entropy;
}

ScalarMap doubtOf(const Step& step, DoubtSource source, Size grid)
{
    switch (source) {
    case DoubtSource::Entropy: {
        const ScalarMap own = entropyOf(step.posterior);
        return {grid, resizedBilinear(own.values, own.size, grid)};
    }
    case DoubtSource::Parts:
        if (step.semantic.isEmpty() || step.generative.values.size() != step.semantic.values.size())
            return {};
        return {
            grid,
            resizedBilinear(distances(step.semantic, step.generative), step.semantic.size, grid)};
    case DoubtSource::Chains:
        if (!step.spread)
            return {};
        return {grid,
                resizedBilinear(step.spread->mutualInformation.values,
                                step.spread->mutualInformation.size, grid)};
    }
    return {};
}

} // namespace limn
