#include "model/diffusion/picture_grid.h"

#include <cmath>
#include <numbers>

namespace limn {
namespace {

constexpr int unit = 16; // the network halves a side four times
constexpr int tileSide = 1024; // px
constexpr int overlap = tileSide / 4; // px, at least

int roundedUp(int side)
{
    return (side + unit - 1) / unit * unit;
}

// Where tiles begin along a side of `length` px, evenly spread.
std::vector<int> tileStarts(int length)
{
    if (length <= tileSide)
        return {0};
    const int rest = length - tileSide;
    const int moves = (rest + tileSide - overlap - 1) / (tileSide - overlap);
    std::vector<int> starts;
    for (int i = 0; i <= moves; ++i)
        starts.push_back(rest * i / moves / unit * unit);
    return starts;
}

// Positive everywhere, so that the picture's edge, which one tile alone sees, counts.
at::Tensor hann(std::int64_t length)
{
    const at::Tensor place = (at::arange(length, at::TensorOptions(at::kFloat)) + 0.5) / length;
    return at::sin(std::numbers::pi * place).square() + 1e-3;
}

at::Tensor extended(const at::Tensor& maps, std::int64_t right, std::int64_t below)
{
    const bool canReflect = right < maps.size(-1) && below < maps.size(-2);
    return canReflect ? at::reflection_pad2d(maps, {0, right, 0, below})
                      : at::replication_pad2d(maps, {0, right, 0, below});
}

} // namespace

PictureGrid gridOf(const ModelCard& card, Size picture)
{
    PictureGrid grid{picture, {card.trainedSize, card.trainedSize}, {}, {}};
    if (card.isNativeScale)
        grid.maps = picture;
    grid.padded = {roundedUp(grid.maps.width), roundedUp(grid.maps.height)};
    if (!card.isNativeScale) {
        grid.windows = {wholeOf(grid.padded)};
        return grid;
    }
    for (const int y : tileStarts(grid.padded.height))
        for (const int x : tileStarts(grid.padded.width))
            grid.windows.push_back({x, y, std::min(tileSide, grid.padded.width),
                                    std::min(tileSide, grid.padded.height)});
    return grid;
}

at::Tensor padded(const at::Tensor& maps, const PictureGrid& grid)
{
    const std::int64_t right = grid.padded.width - maps.size(-1),
                       below = grid.padded.height - maps.size(-2);
    return right == 0 && below == 0 ? maps : extended(maps, right, below);
}

at::Tensor within(const at::Tensor& map, Rect window, int cell)
{
    return map.narrow(-2, window.y / cell, window.height / cell)
        .narrow(-1, window.x / cell, window.width / cell);
}

at::Tensor joined(const std::vector<at::Tensor>& maps, const PictureGrid& grid)
{
    const Rect crop = wholeOf(grid.maps);
    if (!grid.isTiled())
        return within(maps.front(), crop);
    const at::Tensor& first = maps.front();
    at::Tensor sum = at::zeros(
        {first.size(0), first.size(1), grid.padded.height, grid.padded.width}, at::kFloat);
    at::Tensor weights = at::zeros({grid.padded.height, grid.padded.width}, at::kFloat);
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const Rect window = grid.windows[i];
        const at::Tensor weight = at::outer(hann(window.height), hann(window.width));
        within(sum, window).add_(maps[i].cpu() * weight);
        within(weights, window).add_(weight);
    }
    return within(sum / weights, crop);
}

} // namespace limn
