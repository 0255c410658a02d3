#include "ui/tools/pixel_region.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

PixelRegion emptyRegion(Rect box)
{
    return {box, std::vector<std::uint8_t>(box.area(), 0)};
}

// The smallest and the largest pixel whose centre may lie between two places.
Rect boxAround(double left, double top, double right, double bottom, Size picture)
{
    const auto floorOf = [](double value) {
        return static_cast<int>(std::floor(std::clamp(value, -1e6, 1e6)));
    };
    const int x = floorOf(left), y = floorOf(top);
    return intersected({x, y, floorOf(right) + 1 - x, floorOf(bottom) + 1 - y}, wholeOf(picture));
}

void fillRow(PixelRegion& region, int y, int first, int end)
{
    const int from = std::max(first, region.box.x);
    const int to = std::min(end, region.box.x + region.box.width);
    if (from >= to)
        return;
    const auto row = region.inside.begin()
        + static_cast<std::ptrdiff_t>(y - region.box.y) * region.box.width - region.box.x;
    std::fill(row + from, row + to, std::uint8_t{1});
}

// The first pixel whose centre is at x or beyond.
int firstFrom(double x)
{
    return static_cast<int>(std::ceil(std::clamp(x, -1e6, 1e6) - 0.5));
}

// Row by row from a pixel (a stack of runs); `belongs(pixel)` is asked once or a few times a pixel.
template <typename Belongs>
PixelRegion grownFrom(Size picture, int x, int y, const Belongs& belongs)
{
    const auto width = static_cast<std::size_t>(picture.width);
    std::vector<std::uint8_t> taken(picture.area(), 0);
    struct Seed {
        int x, y;
    };
    std::vector<Seed> seeds{{x, y}};
    Rect box;
    while (!seeds.empty()) {
        const Seed seed = seeds.back();
        seeds.pop_back();
        const std::size_t row = static_cast<std::size_t>(seed.y) * width;
        const auto isFree = [&](std::size_t start, int column) {
            const std::size_t pixel = start + static_cast<std::size_t>(column);
            return taken[pixel] == 0 && belongs(pixel);
        };
        if (!isFree(row, seed.x))
            continue;
        int first = seed.x, end = seed.x + 1;
        while (first > 0 && isFree(row, first - 1))
            --first;
        while (end < picture.width && isFree(row, end))
            ++end;
        std::fill(taken.begin() + static_cast<std::ptrdiff_t>(row) + first,
                  taken.begin() + static_cast<std::ptrdiff_t>(row) + end, std::uint8_t{1});
        box = united(box, {first, seed.y, end - first, 1});
        for (const int next : {seed.y - 1, seed.y + 1}) {
            if (next < 0 || next >= picture.height)
                continue;
            const std::size_t start = static_cast<std::size_t>(next) * width;
            bool wasFree = false;
            for (int column = first; column < end; ++column) {
                const bool isOne = isFree(start, column);
                if (isOne && !wasFree)
                    seeds.push_back({column, next});
                wasFree = isOne;
            }
        }
    }
    PixelRegion region = emptyRegion(box);
    for (int line = 0; line < box.height; ++line)
        std::copy_n(taken.begin()
                        + static_cast<std::ptrdiff_t>(box.y + line) * picture.width + box.x,
                    box.width,
                    region.inside.begin() + static_cast<std::ptrdiff_t>(line) * box.width);
    return region;
}

bool isInside(Size picture, int x, int y)
{
    return x >= 0 && y >= 0 && x < picture.width && y < picture.height;
}

std::size_t pixelAt(Size picture, int x, int y)
{
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width)
        + static_cast<std::size_t>(x);
}

} // namespace

bool PixelRegion::contains(int x, int y) const
{
    return x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height
        && inside[pixelAt({box.width, box.height}, x - box.x, y - box.y)] != 0;
}

std::size_t PixelRegion::count() const
{
    return static_cast<std::size_t>(std::ranges::count(inside, std::uint8_t{1}));
}

PixelRegion polygonRegion(std::span<const Place> corners, Size picture)
{
    if (corners.size() < 3)
        return {};
    const auto [left, right] = std::ranges::minmax(corners, {}, &Place::x);
    const auto [top, bottom] = std::ranges::minmax(corners, {}, &Place::y);
    PixelRegion region = emptyRegion(boxAround(left.x, top.y, right.x, bottom.y, picture));
    // For every row the places where the outline crosses its middle: an edge is looked at for the
    // rows that it crosses alone.
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(region.box.height));
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Place& a = corners[i];
        const Place& b = corners[(i + 1) % corners.size()];
        const int first = std::max(region.box.y, firstFrom(std::min(a.y, b.y)));
        const int end = std::min(region.box.y + region.box.height, firstFrom(std::max(a.y, b.y)));
        for (int y = first; y < end; ++y)
            crossings[static_cast<std::size_t>(y - region.box.y)].push_back(
                a.x + (y + 0.5 - a.y) / (b.y - a.y) * (b.x - a.x));
    }
    for (int line = 0; line < region.box.height; ++line) {
        auto& row = crossings[static_cast<std::size_t>(line)];
        std::ranges::sort(row);
        for (std::size_t i = 0; i + 1 < row.size(); i += 2)
            fillRow(region, region.box.y + line, firstFrom(row[i]), firstFrom(row[i + 1]));
    }
    return region;
}

PixelRegion rectangleRegion(Place from, Place to, Size picture)
{
    const double left = std::min(from.x, to.x), right = std::max(from.x, to.x);
    const double top = std::min(from.y, to.y), bottom = std::max(from.y, to.y);
    PixelRegion region = emptyRegion(boxAround(left, top, right, bottom, picture));
    for (int y = std::max(region.box.y, firstFrom(top));
         y < std::min(region.box.y + region.box.height, firstFrom(bottom)); ++y)
        fillRow(region, y, firstFrom(left), firstFrom(right));
    return region;
}

PixelRegion ellipseRegion(Place from, Place to, Size picture)
{
    const double left = std::min(from.x, to.x), right = std::max(from.x, to.x);
    const double top = std::min(from.y, to.y), bottom = std::max(from.y, to.y);
    PixelRegion region = emptyRegion(boxAround(left, top, right, bottom, picture));
    const double middle = (left + right) / 2, half = (right - left) / 2;
    for (int y = region.box.y; y < region.box.y + region.box.height; ++y) {
        const double v = (y + 0.5 - (top + bottom) / 2) / ((bottom - top) / 2);
        const double reach = half * std::sqrt(1 - v * v);
        if (reach > 0) // not where v is no number, nor outside
            fillRow(region, y, firstFrom(middle - reach), firstFrom(middle + reach));
    }
    return region;
}

PixelRegion labelRegion(std::span<const Label> labels, Size picture, int x, int y,
                        bool isConnected)
{
    if (!isInside(picture, x, y))
        return {};
    const Label label = labels[pixelAt(picture, x, y)];
    if (isConnected)
        return grownFrom(picture, x, y,
                         [labels, label](std::size_t pixel) { return labels[pixel] == label; });
    PixelRegion region = emptyRegion(wholeOf(picture));
    std::ranges::transform(labels, region.inside.begin(), [label](Label one) -> std::uint8_t {
        return one == label ? 1 : 0;
    });
    return region;
}

PixelRegion similarRegion(const Slice& slice, int x, int y, float tolerance)
{
    if (!isInside(slice.size, x, y))
        return {};
    const auto channels = static_cast<std::size_t>(slice.channels);
    const float* const values = slice.values.data();
    const std::size_t seed = channels * pixelAt(slice.size, x, y);
    if (channels == 1)
        return grownFrom(slice.size, x, y,
                         [values, low = values[seed] - tolerance,
                          high = values[seed] + tolerance](std::size_t pixel) {
                             return values[pixel] >= low && values[pixel] <= high;
                         });
    return grownFrom(slice.size, x, y, [=](std::size_t pixel) {
        for (std::size_t c = 0; c < channels; ++c)
            if (std::abs(values[channels * pixel + c] - values[seed + c]) > tolerance)
                return false;
        return true;
    });
}

PixelRegion decidedRegion(std::span<const Label> human, Size picture, int x, int y)
{
    if (!isInside(picture, x, y))
        return {};
    return grownFrom(picture, x, y,
                     [human](std::size_t pixel) { return human[pixel] != untouched; });
}

} // namespace limn
