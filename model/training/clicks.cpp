#include "model/training/clicks.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace limn {
namespace {

constexpr double atDeepest = 0.7; // share of clicks at the deepest point of the largest error
constexpr double diskGrid = 64; // the radii below are for this side
constexpr double smallestRadius = 1, largestRadius = 3.5;
constexpr double judgedRadius = 2.5;

struct Plane {
    int height = 0, width = 0;
    std::vector<std::uint8_t> marked;

    std::size_t at(int y, int x) const { return static_cast<std::size_t>(y * width + x); }
};

// The largest 4-connected component.
Plane largestComponent(const Plane& error)
{
    Plane best{error.height, error.width, {}};
    std::size_t bestCount = 0;
    std::vector<std::uint8_t> left = error.marked;
    for (std::size_t start = 0; start < left.size(); ++start) {
        if (!left[start])
            continue;
        std::vector<std::size_t> component{start};
        left[start] = 0;
        for (std::size_t i = 0; i < component.size(); ++i) {
            const int y = static_cast<int>(component[i]) / error.width;
            const int x = static_cast<int>(component[i]) % error.width;
            for (const auto& [dy, dx] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
                if (y + dy < 0 || y + dy >= error.height || x + dx < 0 || x + dx >= error.width)
                    continue;
                const std::size_t next = error.at(y + dy, x + dx);
                if (left[next]) {
                    left[next] = 0;
                    component.push_back(next);
                }
            }
        }
        if (component.size() > bestCount) {
            bestCount = component.size();
            best.marked.assign(left.size(), 0);
            for (const std::size_t place : component)
                best.marked[place] = 1;
        }
    }
    return best;
}

// The place farthest from the component's border, by the 3-4 chamfer distance.
std::size_t deepest(const Plane& component)
{
    std::vector<int> distance(component.marked.size());
    const auto look = [&](int y, int x, int dy, int dx, int cost) {
        const int v = y + dy, u = x + dx;
        if (component.marked[component.at(y, x)] == 0)
            return;
        const bool isInside = v >= 0 && v < component.height && u >= 0 && u < component.width;
        int& here = distance[component.at(y, x)];
        here = std::min(here, (isInside ? distance[component.at(v, u)] : 0) + cost);
    };
    for (std::size_t i = 0; i < distance.size(); ++i)
        distance[i] = component.marked[i] ? 1 << 20 : 0; // outside it stays 0
    for (int y = 0; y < component.height; ++y)
        for (int x = 0; x < component.width; ++x)
            for (const auto [dy, dx, cost] :
                 {std::array{0, -1, 3}, {-1, 0, 3}, {-1, -1, 4}, {-1, 1, 4}})
                look(y, x, dy, dx, cost);
    for (int y = component.height - 1; y >= 0; --y)
        for (int x = component.width - 1; x >= 0; --x)
            for (const auto [dy, dx, cost] :
                 {std::array{0, 1, 3}, {1, 0, 3}, {1, 1, 4}, {1, -1, 4}})
                look(y, x, dy, dx, cost);
    return static_cast<std::size_t>(std::max_element(distance.begin(), distance.end())
                                    - distance.begin());
}

std::size_t place(const Plane& error, const Plane& taken, Random& random)
{
    const bool isAnyWrong =
        std::ranges::any_of(error.marked, [](std::uint8_t m) { return m != 0; });
    if (isAnyWrong && random.chance(atDeepest))
        return deepest(largestComponent(error));
    for (int attempt = 0; attempt < 100; ++attempt) {
        const std::size_t chosen = random.below(taken.marked.size());
        if (!taken.marked[chosen])
            return chosen;
    }
    return random.below(taken.marked.size());
}

} // namespace

at::Tensor robotClicks(const at::Tensor& predicted, const at::Tensor& truth, int classes,
                       Random& random)
{
    const int height = static_cast<int>(truth.size(0)), width = static_cast<int>(truth.size(1));
    const at::Tensor guess = predicted.contiguous(), right = truth.contiguous();
    const auto* const said = guess.const_data_ptr<std::int64_t>();
    const auto* const is = right.const_data_ptr<std::int64_t>();
    const auto area = static_cast<std::size_t>(height) * static_cast<std::size_t>(width);
    Plane error{height, width, std::vector<std::uint8_t>(area)};
    Plane taken{height, width, std::vector<std::uint8_t>(area)};
    for (std::size_t i = 0; i < area; ++i)
        error.marked[i] = said[i] != is[i];
    at::Tensor strokes = at::zeros({classes, height, width}, at::kFloat);
    float* const stroke = strokes.data_ptr<float>();
    const std::size_t clicks = 1 + random.below(3);
    for (std::size_t click = 0; click < clicks; ++click) {
        const std::size_t centre = place(error, taken, random);
        const double radius = random.uniform(smallestRadius, largestRadius) * height / diskGrid;
        const int centreY = static_cast<int>(centre) / width,
                  centreX = static_cast<int>(centre) % width;
        const int reach = static_cast<int>(std::ceil(radius));
        for (int y = std::max(0, centreY - reach); y <= std::min(height - 1, centreY + reach); ++y)
            for (int x = std::max(0, centreX - reach); x <= std::min(width - 1, centreX + reach);
                 ++x) {
                const std::size_t i = taken.at(y, x);
                if (std::hypot(y - centreY, x - centreX) > radius || is[i] != is[centre])
                    continue;
                stroke[static_cast<std::size_t>(is[i]) * area + i] = 1;
                taken.marked[i] = 1;
                error.marked[i] = 0;
            }
    }
    return strokes;
}

std::optional<std::size_t> deepestError(std::span<const Label> predicted,
                                        std::span<const Label> truth, Size size)
{
    Plane error{size.height, size.width, std::vector<std::uint8_t>(truth.size())};
    for (std::size_t i = 0; i < truth.size(); ++i)
        error.marked[i] = predicted[i] != truth[i];
    if (std::ranges::find(error.marked, std::uint8_t{1}) == error.marked.end())
        return std::nullopt;
    return deepest(largestComponent(error));
}

void addClick(std::vector<Label>& said, std::size_t place, std::span<const Label> truth, Size size)
{
    const double radius = judgedRadius * std::min(size.width, size.height) / diskGrid;
    const int reach = static_cast<int>(std::ceil(radius));
    const int row = static_cast<int>(place) / size.width,
              column = static_cast<int>(place) % size.width;
    for (int y = std::max(0, row - reach); y <= std::min(size.height - 1, row + reach); ++y)
        for (int x = std::max(0, column - reach); x <= std::min(size.width - 1, column + reach);
             ++x) {
            const auto i = static_cast<std::size_t>(y * size.width + x);
            if (std::hypot(y - row, x - column) <= radius && truth[i] == truth[place])
                said[i] = truth[i];
        }
}

} // namespace limn
