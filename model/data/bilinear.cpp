#include "model/data/bilinear.h"

#include <algorithm>
#include <cassert>

namespace limn {
namespace {

// Between which two places of the old axis a new one lies, and how near to the second.
struct Between {
    std::size_t first = 0;
    std::size_t second = 0;
    float weight = 0; // of the second
};

std::vector<Between> axisOf(int from, int to)
{
    std::vector<Between> axis;
    for (int i = 0; i < to; ++i) {
        const double place =
            std::clamp((i + 0.5) * from / to - 0.5, 0.0, static_cast<double>(from - 1));
        const int first = static_cast<int>(place);
        axis.push_back({static_cast<std::size_t>(first),
                        static_cast<std::size_t>(std::min(first + 1, from - 1)),
                        static_cast<float>(place - first)});
    }
    return axis;
}

float mixed(float a, float b, float weight)
{
    return a + (b - a) * weight;
}

} // namespace

std::vector<float> resizedBilinear(std::span<const float> values, Size from, Size to)
{
    assert(values.size() == from.area());
    if (from == to)
        return {values.begin(), values.end()};
    const std::vector<Between> columns = axisOf(from.width, to.width);
    const auto width = static_cast<std::size_t>(from.width);
    std::vector<float> result;
    result.reserve(to.area());
    for (const Between& row : axisOf(from.height, to.height)) {
        const auto above = values.subspan(row.first * width, width);
        const auto below = values.subspan(row.second * width, width);
        for (const Between& column : columns)
            result.push_back(mixed(mixed(above[column.first], above[column.second], column.weight),
                                   mixed(below[column.first], below[column.second], column.weight),
                                   row.weight));
    }
    return result;
}

} // namespace limn
