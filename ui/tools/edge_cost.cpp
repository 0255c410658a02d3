#include "ui/tools/edge_cost.h"

#include "ui/tools/paint_limits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace limn {
namespace {

constexpr float crossingWeight = 0.43F, directionWeight = 0.43F, magnitudeWeight = 0.14F;
constexpr float diagonal = std::numbers::sqrt2_v<float> / 2;
constexpr std::array<std::array<float, 2>, 8> unit{{{1, 0},
                                                    {diagonal, diagonal},
                                                    {0, 1},
                                                    {-diagonal, diagonal},
                                                    {-1, 0},
                                                    {-diagonal, -diagonal},
                                                    {0, -1},
                                                    {diagonal, -diagonal}}};

// arc cosine by a table: it is asked sixteen times a cell.
float arcCosine(float value)
{
    constexpr int steps = 1024;
    static const auto table = [] {
        std::array<float, steps + 1> made{};
        for (int i = 0; i <= steps; ++i)
            made[static_cast<std::size_t>(i)] =
                std::acos(-1.0F + 2.0F * static_cast<float>(i) / steps);
        return made;
    }();
    const float place = (std::clamp(value, -1.0F, 1.0F) + 1) * (steps / 2);
    return table[static_cast<std::size_t>(place + 0.5F)];
}

// The binomial kernel 1 2 1 along rows and columns; the edge's values go on outside.
std::vector<float> smoothed(const std::vector<float>& values, Size size)
{
    const auto at = [size](int x, int y) {
        return static_cast<std::size_t>(std::clamp(y, 0, size.height - 1))
            * static_cast<std::size_t>(size.width)
            + static_cast<std::size_t>(std::clamp(x, 0, size.width - 1));
    };
    std::vector<float> half(values.size()), whole(values.size());
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            half[at(x, y)] =
                (values[at(x - 1, y)] + 2 * values[at(x, y)] + values[at(x + 1, y)]) / 4;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            whole[at(x, y)] = (half[at(x, y - 1)] + 2 * half[at(x, y)] + half[at(x, y + 1)]) / 4;
    return whole;
}

} // namespace

EdgeCost::EdgeCost(const Slice& slice, Rect box, int stride)
    : m_grid{(box.width + stride - 1) / stride, (box.height + stride - 1) / stride}
{
    sample(slice, box, stride);
    m_values = smoothed(smoothed(m_values, m_grid), m_grid);
    takeGradients();
    takeZeroCrossings();
}

// A cell is the mean of its pixels; of a large one, of some of them.
void EdgeCost::sample(const Slice& slice, Rect box, int stride)
{
    const int apart = std::max(1, stride / 2);
    m_values.resize(m_grid.area());
    std::size_t cell = 0;
    for (int row = 0; row < m_grid.height; ++row)
        for (int column = 0; column < m_grid.width; ++column, ++cell) {
            const Rect block = intersected(
                {box.x + column * stride, box.y + row * stride, stride, stride}, box);
            float sum = 0;
            int count = 0;
            for (int y = block.y; y < block.y + block.height; y += apart)
                for (int x = block.x; x < block.x + block.width; x += apart, ++count)
                    sum += valueOf(slice, static_cast<std::size_t>(y)
                                           * static_cast<std::size_t>(slice.size.width)
                                       + static_cast<std::size_t>(x));
            const float mean = sum / static_cast<float>(count);
            m_values[cell] = std::isfinite(mean) ? mean : 0;
        }
}

void EdgeCost::takeGradients()
{
    const auto width = static_cast<std::size_t>(m_grid.width);
    m_alongX.assign(m_values.size(), 0);
    m_alongY.assign(m_values.size(), 0);
    m_magnitude.assign(m_values.size(), 0);
    float largest = 0;
    for (int y = 0; y < m_grid.height; ++y)
        for (int x = 0; x < m_grid.width; ++x) {
            const std::size_t cell =
                static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x);
            const std::size_t left = x > 0 ? cell - 1 : cell;
            const std::size_t right = x + 1 < m_grid.width ? cell + 1 : cell;
            const std::size_t above = y > 0 ? cell - width : cell;
            const std::size_t below = y + 1 < m_grid.height ? cell + width : cell;
            const float gx = (m_values[right] - m_values[left]) / 2;
            const float gy = (m_values[below] - m_values[above]) / 2;
            const float length = std::hypot(gx, gy);
            if (length > 0) {
                m_alongX[cell] = gy / length;
                m_alongY[cell] = -gx / length;
            }
            m_magnitude[cell] = length;
            largest = std::max(largest, length);
        }
    for (float& value : m_magnitude)
        value = largest > 0 ? 1 - value / largest : 1;
}

// Of two neighbours with Laplacians of opposite signs the one nearer to zero.
void EdgeCost::takeZeroCrossings()
{
    const auto width = static_cast<std::size_t>(m_grid.width);
    m_crossing.assign(m_values.size(), 1);
    std::vector<float> laplacian(m_values.size(), 0);
    for (int y = 1; y + 1 < m_grid.height; ++y)
        for (int x = 1; x + 1 < m_grid.width; ++x) {
            const std::size_t cell =
                static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x);
            laplacian[cell] = m_values[cell - 1] + m_values[cell + 1] + m_values[cell - width]
                + m_values[cell + width] - 4 * m_values[cell];
        }
    const auto compare = [&](std::size_t a, std::size_t b) {
        if (laplacian[a] * laplacian[b] < 0)
            m_crossing[std::abs(laplacian[a]) <= std::abs(laplacian[b]) ? a : b] = 0;
    };
    for (int y = 0; y < m_grid.height; ++y)
        for (int x = 0; x < m_grid.width; ++x) {
            const std::size_t cell =
                static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x);
            if (x + 1 < m_grid.width)
                compare(cell, cell + 1);
            if (y + 1 < m_grid.height)
                compare(cell, cell + width);
        }
}

int EdgeCost::cost(std::size_t from, std::size_t to, int direction) const
{
    // The link, turned so that it goes the way of the first cell's edge.
    float linkX = unit[static_cast<std::size_t>(direction)][0];
    float linkY = unit[static_cast<std::size_t>(direction)][1];
    float here = m_alongX[from] * linkX + m_alongY[from] * linkY;
    if (here < 0) {
        here = -here;
        linkX = -linkX;
        linkY = -linkY;
    }
    const float there = linkX * m_alongX[to] + linkY * m_alongY[to];
    const float turning =
        2 / (3 * std::numbers::pi_v<float>) * (arcCosine(here) + arcCosine(there));
    const bool isDiagonal = direction % 2 == 1;
    const float magnitude = m_magnitude[to] * (isDiagonal ? 1 : diagonal);
    const float local = crossingWeight * static_cast<float>(m_crossing[to])
        + directionWeight * turning + magnitudeWeight * magnitude;
    return std::clamp(1 + static_cast<int>(100 * local + 0.5F), 1, most);
}

float EdgeCost::weakness(std::size_t cell) const
{
    return m_magnitude[cell];
}

} // namespace limn
