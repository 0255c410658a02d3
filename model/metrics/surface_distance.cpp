#include "model/metrics/surface_distance.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace limn {
namespace {

using Mask = std::span<const std::uint8_t>;

std::size_t indexOf(const Grid& grid, int slice, int y, int x)
{
    return static_cast<std::size_t>(slice) * grid.size.area()
        + static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.size.width)
        + static_cast<std::size_t>(x);
}

// The smallest box that holds both masks: all surfaces lie in it, so nothing else needs distances.
struct Box {
    Rect rect;
    int firstSlice = 0;
    int lastSlice = -1;
};

Box boxOf(Mask a, Mask b, const Grid& grid)
{
    int left = grid.size.width, right = -1, top = grid.size.height, bottom = -1;
    Box box{{}, grid.sliceCount, -1};
    std::size_t i = 0;
    for (int slice = 0; slice < grid.sliceCount; ++slice)
        for (int y = 0; y < grid.size.height; ++y)
            for (int x = 0; x < grid.size.width; ++x, ++i) {
                if (a[i] == 0 && b[i] == 0)
                    continue;
                left = std::min(left, x), right = std::max(right, x);
                top = std::min(top, y), bottom = std::max(bottom, y);
                box.firstSlice = std::min(box.firstSlice, slice), box.lastSlice = slice;
            }
    box.rect = {left, top, right - left + 1, bottom - top + 1};
    return box;
}

bool isSurface(Mask mask, const Grid& grid, int slice, int y, int x)
{
    const bool isStack = grid.sliceCount > 1;
    if (x == 0 || y == 0 || x == grid.size.width - 1 || y == grid.size.height - 1
        || (isStack && (slice == 0 || slice == grid.sliceCount - 1)))
        return true;
    const std::size_t i = indexOf(grid, slice, y, x);
    const auto width = static_cast<std::size_t>(grid.size.width);
    const std::size_t area = grid.size.area();
    return mask[i - 1] == 0 || mask[i + 1] == 0 || mask[i - width] == 0 || mask[i + width] == 0
        || (isStack && (mask[i - area] == 0 || mask[i + area] == 0));
}

std::vector<std::uint8_t> surfaceIn(const Box& box, Mask mask, const Grid& grid)
{
    std::vector<std::uint8_t> surface;
    surface.reserve(box.rect.area() * static_cast<std::size_t>(box.lastSlice - box.firstSlice + 1));
    for (int slice = box.firstSlice; slice <= box.lastSlice; ++slice)
        for (int y = box.rect.y; y < box.rect.y + box.rect.height; ++y)
            for (int x = box.rect.x; x < box.rect.x + box.rect.width; ++x)
                surface.push_back(mask[indexOf(grid, slice, y, x)] != 0
                                  && isSurface(mask, grid, slice, y, x));
    return surface;
}

std::vector<double> distancesBetween(Mask from, Mask to, const Grid& grid)
{
    const std::vector<double> squares = squaredDistances(to, grid);
    std::vector<double> distances;
    for (std::size_t i = 0; i < from.size(); ++i)
        if (from[i] != 0)
            distances.push_back(std::sqrt(squares[i]));
    return distances;
}

bool isEmpty(Mask mask)
{
    return std::ranges::all_of(mask, [](std::uint8_t value) { return value == 0; });
}

} // namespace

double quantile(std::vector<double> values, double p)
{
    assert(!values.empty() && p >= 0 && p <= 1);
    const double place = p * static_cast<double>(values.size() - 1);
    const auto lower = static_cast<std::ptrdiff_t>(place);
    const auto middle = values.begin() + lower;
    std::nth_element(values.begin(), middle, values.end());
    if (middle + 1 == values.end())
        return *middle;
    const double next = *std::min_element(middle + 1, values.end());
    return *middle + (next - *middle) * (place - static_cast<double>(lower));
}

std::optional<HausdorffDistance> hausdorffDistance95(Mask a, Mask b, const Grid& grid)
{
    assert(a.size() == grid.count() && b.size() == grid.count());
    if (isEmpty(a) || isEmpty(b))
        return std::nullopt;
    const Box box = boxOf(a, b, grid);
    const std::vector<std::uint8_t> surfaceA = surfaceIn(box, a, grid);
    const std::vector<std::uint8_t> surfaceB = surfaceIn(box, b, grid);
    Grid cut = grid;
    cut.size = {box.rect.width, box.rect.height};
    cut.sliceCount = box.lastSlice - box.firstSlice + 1;
    std::vector<double> distances = distancesBetween(surfaceA, surfaceB, cut);
    const std::vector<double> back = distancesBetween(surfaceB, surfaceA, cut);
    HausdorffDistance result;
    result.maximum = std::max(quantile(distances, 0.95), quantile(back, 0.95));
    distances.insert(distances.end(), back.begin(), back.end());
    result.pooled = quantile(std::move(distances), 0.95);
    return result;
}

} // namespace limn
