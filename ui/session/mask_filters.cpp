#include "ui/session/mask_filters.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace limn {
namespace {

std::size_t indexOf(Size size, int x, int y)
{
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)
        + static_cast<std::size_t>(x);
}

bool isAtEdge(Size size, std::size_t place)
{
    const int x = static_cast<int>(place % static_cast<std::size_t>(size.width));
    const int y = static_cast<int>(place / static_cast<std::size_t>(size.width));
    return x == 0 || y == 0 || x + 1 == size.width || y + 1 == size.height;
}

struct Place {
    int x = 0;
    int y = 0;
};

// Twice the signed area of a triangle: above 0 where c lies to the left of a to b.
std::int64_t turn(Place a, Place b, Place c)
{
    return std::int64_t{b.x - a.x} * (c.y - a.y) - std::int64_t{b.y - a.y} * (c.x - a.x);
}

// The first and last pixel of each row are enough for a hull. Andrew's monotone chain, by rows.
std::vector<Place> cornersOf(const BinaryMask& mask)
{
    std::vector<Place> ends;
    for (int y = 0; y < mask.size.height; ++y) {
        const auto row = mask.values.begin() + static_cast<std::ptrdiff_t>(indexOf(mask.size, 0, y));
        const auto end = row + mask.size.width;
        const auto first = std::find(row, end, 1);
        if (first == end)
            continue;
        auto last = end;
        while (*(last - 1) == 0)
            --last;
        ends.push_back({static_cast<int>(first - row), y});
        if (last - 1 != first)
            ends.push_back({static_cast<int>(last - 1 - row), y});
    }
    std::vector<Place> corners;
    const auto extend = [&corners](Place place, std::size_t from) {
        while (corners.size() >= from + 2
               && turn(corners[corners.size() - 2], corners.back(), place) <= 0)
            corners.pop_back();
        corners.push_back(place);
    };
    for (const Place place : ends)
        extend(place, 0);
    const std::size_t half = corners.empty() ? 0 : corners.size() - 1;
    for (std::size_t i = ends.size(); i-- > 0;)
        extend(ends[i], half);
    return corners;
}

struct Span {
    int first = std::numeric_limits<int>::max();
    int last = std::numeric_limits<int>::min();
};

// Of a row the pixels between the edges of a convex outline; exact.
Span spanOf(const std::vector<Place>& corners, int y)
{
    Span span;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        Place a = corners[i];
        Place b = corners[(i + 1) % corners.size()];
        if (a.y > b.y)
            std::swap(a, b);
        if (y < a.y || y > b.y)
            continue;
        if (a.y == b.y) {
            span = {std::min({span.first, a.x, b.x}), std::max({span.last, a.x, b.x})};
            continue;
        }
        const std::int64_t rise = b.y - a.y;
        const std::int64_t across = a.x * rise + std::int64_t{y - a.y} * (b.x - a.x); // x * rise
        span.first = std::min(span.first, static_cast<int>((across + rise - 1) / rise));
        span.last = std::max(span.last, static_cast<int>(across / rise));
    }
    return span;
}

std::vector<float> kernelOf(double sigma)
{
    const int radius = static_cast<int>(std::ceil(4 * sigma));
    std::vector<float> kernel;
    double sum = 0;
    for (int i = -radius; i <= radius; ++i)
        sum += std::exp(-0.5 * i * i / (sigma * sigma));
    for (int i = -radius; i <= radius; ++i)
        kernel.push_back(static_cast<float>(std::exp(-0.5 * i * i / (sigma * sigma)) / sum));
    return kernel;
}

// Along rows; the result lies column by column, so that a second call blurs along columns.
std::vector<float> blurredAndTurned(const std::vector<float>& values, Size size,
                                    const std::vector<float>& kernel)
{
    const int radius = static_cast<int>(kernel.size() / 2);
    std::vector<float> result(values.size());
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            float sum = 0;
            for (int i = -radius; i <= radius; ++i)
                sum += kernel[static_cast<std::size_t>(i + radius)]
                    * values[indexOf(size, std::clamp(x + i, 0, size.width - 1), y)];
            result[indexOf({size.height, size.width}, y, x)] = sum;
        }
    return result;
}

} // namespace

MaskRegions regionsOf(const BinaryMask& mask, Neighbours neighbours)
{
    MaskRegions found{std::vector<int>(mask.values.size(), -1), {}};
    for (std::size_t first = 0; first < mask.values.size(); ++first) {
        if (mask.values[first] == 0 || found.numbers[first] >= 0)
            continue;
        const int number = static_cast<int>(found.regions.size());
        MaskRegion region;
        region.area = regionFrom(first, mask.size, neighbours, [&](std::size_t place) {
            if (mask.values[place] == 0 || found.numbers[place] >= 0)
                return false;
            found.numbers[place] = number;
            region.touchesEdge = region.touchesEdge || isAtEdge(mask.size, place);
            return true;
        }).size();
        found.regions.push_back(region);
    }
    return found;
}

BinaryMask medianOf(const BinaryMask& mask, int radius)
{
    const Size size = mask.size;
    const Size wide{size.width + 2 * radius + 1, size.height + 2 * radius + 1};
    std::vector<std::int32_t> sums(wide.area()); // of all pixels above and to the left
    for (int y = 1; y < wide.height; ++y)
        for (int x = 1; x < wide.width; ++x)
            sums[indexOf(wide, x, y)] = sums[indexOf(wide, x - 1, y)]
                + sums[indexOf(wide, x, y - 1)] - sums[indexOf(wide, x - 1, y - 1)]
                + mask.values[indexOf(size, std::clamp(x - 1 - radius, 0, size.width - 1),
                                      std::clamp(y - 1 - radius, 0, size.height - 1))];
    const int across = 2 * radius + 1;
    BinaryMask result{size, std::vector<std::uint8_t>(size.area())};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const std::int32_t inside = sums[indexOf(wide, x + across, y + across)]
                - sums[indexOf(wide, x, y + across)] - sums[indexOf(wide, x + across, y)]
                + sums[indexOf(wide, x, y)];
            result.values[indexOf(size, x, y)] = 2 * inside > across * across ? 1 : 0;
        }
    return result;
}

BinaryMask gaussianOf(const BinaryMask& mask, double sigmaX, double sigmaY)
{
    const std::vector<float> values(mask.values.begin(), mask.values.end());
    const auto alongRows = blurredAndTurned(values, mask.size, kernelOf(sigmaX));
    const auto blurred =
        blurredAndTurned(alongRows, {mask.size.height, mask.size.width}, kernelOf(sigmaY));
    BinaryMask result{mask.size, std::vector<std::uint8_t>(mask.values.size())};
    std::ranges::transform(blurred, result.values.begin(), [](float value) -> std::uint8_t {
        return value >= 0.5f ? 1 : 0;
    });
    return result;
}

BinaryMask hullOf(const BinaryMask& mask)
{
    BinaryMask result = mask;
    const std::vector<Place> corners = cornersOf(mask);
    for (int y = 0; y < mask.size.height; ++y) {
        const Span span = spanOf(corners, y);
        for (int x = span.first; x <= span.last; ++x)
            result.values[indexOf(mask.size, x, y)] = 1;
    }
    return result;
}

} // namespace limn
