#include "ui/tools/live_wire.h"

#include <algorithm>
#include <array>
#include <limits>

namespace limn {
namespace {

constexpr int mostCells = 384; // a side
constexpr int leastSnap = 64; // corners of the box lie on multiples of it, so that it changes seldom
constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint8_t noDirection = 8;
constexpr std::array<std::array<int, 2>, 8> steps{
    {{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}}};

int roundedDown(double value, int snap)
{
    return static_cast<int>(std::floor(value / snap)) * snap;
}

Place clamped(Place place, Rect box)
{
    return {std::clamp(place.x, static_cast<double>(box.x), box.x + box.width - 0.5),
            std::clamp(place.y, static_cast<double>(box.y), box.y + box.height - 0.5)};
}

} // namespace

LiveWire::LiveWire(SlicePtr slice)
    : m_slice(std::move(slice))
    , m_buckets(EdgeCost::most + 1)
{
}

// With room to go around an object whose two ends the places are.
Rect LiveWire::boxFor(Place from, Place to) const
{
    const double margin = std::max(48.0, 0.4 * distance(from, to));
    int snap = leastSnap;
    while (snap < margin)
        snap *= 2;
    const int left = roundedDown(std::min(from.x, to.x) - margin, snap);
    const int top = roundedDown(std::min(from.y, to.y) - margin, snap);
    const int right = roundedDown(std::max(from.x, to.x) + margin, snap) + snap;
    const int bottom = roundedDown(std::max(from.y, to.y) + margin, snap) + snap;
    return intersected({left, top, right - left, bottom - top}, wholeOf(m_slice->size));
}

void LiveWire::prepare(Place from, Place to)
{
    const Rect wanted = boxFor(from, to);
    const bool holdsWanted = intersected(wanted, m_box) == wanted;
    // A much larger box than needed would make the line coarse.
    const bool isTooLarge = m_stride > 1 && m_box.area() > 6 * wanted.area();
    const bool isSameBox = m_cost && holdsWanted && !isTooLarge;
    if (isSameBox && from == m_from)
        return;
    if (!isSameBox) {
        m_box = wanted;
        m_stride = std::max(1, (std::max(wanted.width, wanted.height) + mostCells - 1) / mostCells);
        m_cost.emplace(*m_slice, m_box, m_stride);
    }
    m_from = from;
    m_distance.assign(m_cost->grid().area(), unreached);
    m_cameBy.assign(m_cost->grid().area(), noDirection);
    m_isSettled.assign(m_cost->grid().area(), false);
    for (auto& bucket : m_buckets)
        bucket.clear();
    const std::size_t start = cellOf(from);
    m_distance[start] = 0;
    m_buckets[0].push_back(static_cast<std::uint32_t>(start));
    m_reached = 0;
    m_waiting = 1;
    m_settled = 0;
}

std::size_t LiveWire::cellOf(Place place) const
{
    const Size grid = m_cost->grid();
    const int x = std::clamp((static_cast<int>(std::floor(place.x)) - m_box.x) / m_stride, 0,
                             grid.width - 1);
    const int y = std::clamp((static_cast<int>(std::floor(place.y)) - m_box.y) / m_stride, 0,
                             grid.height - 1);
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.width)
        + static_cast<std::size_t>(x);
}

Place LiveWire::middleOf(std::size_t cell) const
{
    const auto width = static_cast<std::size_t>(m_cost->grid().width);
    const double half = m_stride / 2.0;
    return {m_box.x + static_cast<double>(cell % width) * m_stride + half,
            m_box.y + static_cast<double>(cell / width) * m_stride + half};
}

void LiveWire::settle(std::size_t target)
{
    const Size grid = m_cost->grid();
    const auto width = static_cast<std::size_t>(grid.width);
    while (!m_isSettled[target] && m_waiting > 0) {
        auto& bucket = m_buckets[m_reached % m_buckets.size()];
        if (bucket.empty()) {
            ++m_reached;
            continue;
        }
        const std::size_t cell = bucket.back();
        bucket.pop_back();
        --m_waiting;
        if (m_isSettled[cell] || m_distance[cell] != m_reached)
            continue;
        m_isSettled[cell] = true;
        ++m_settled;
        const int x = static_cast<int>(cell % width), y = static_cast<int>(cell / width);
        for (int direction = 0; direction < 8; ++direction) {
            const int nextX = x + steps[static_cast<std::size_t>(direction)][0];
            const int nextY = y + steps[static_cast<std::size_t>(direction)][1];
            if (nextX < 0 || nextY < 0 || nextX >= grid.width || nextY >= grid.height)
                continue;
            const std::size_t next =
                static_cast<std::size_t>(nextY) * width + static_cast<std::size_t>(nextX);
            if (m_isSettled[next])
                continue;
            const std::uint32_t away =
                m_reached + static_cast<std::uint32_t>(m_cost->cost(cell, next, direction));
            if (away >= m_distance[next])
                continue;
            m_distance[next] = away;
            m_cameBy[next] = static_cast<std::uint8_t>(direction);
            m_buckets[away % m_buckets.size()].push_back(static_cast<std::uint32_t>(next));
            ++m_waiting;
        }
    }
}

std::vector<Place> LiveWire::line(Place from, Place to)
{
    from = clamped(from, wholeOf(m_slice->size));
    to = clamped(to, wholeOf(m_slice->size));
    prepare(from, to);
    std::size_t cell = cellOf(to);
    settle(cell);
    std::vector<Place> line{to};
    const auto width = static_cast<std::ptrdiff_t>(m_cost->grid().width);
    while (m_cameBy[cell] != noDirection) {
        const auto& step = steps[m_cameBy[cell]];
        cell = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(cell) - step[1] * width
                                        - step[0]);
        line.push_back(middleOf(cell));
    }
    line.back() = from;
    std::ranges::reverse(line);
    return line;
}

Place LiveWire::edgeNear(Place place, double reach) const
{
    const int radius = static_cast<int>(std::ceil(reach));
    const int x = static_cast<int>(std::floor(place.x)), y = static_cast<int>(std::floor(place.y));
    // Two pixels more, for the smoothing.
    const Rect box = intersected(
        {x - radius - 2, y - radius - 2, 2 * radius + 5, 2 * radius + 5}, wholeOf(m_slice->size));
    if (box.isEmpty())
        return place;
    const EdgeCost cost(*m_slice, box, 1);
    Place best = place;
    float weakest = 1;
    for (int row = y - radius; row <= y + radius; ++row)
        for (int column = x - radius; column <= x + radius; ++column) {
            const Place middle{column + 0.5, row + 0.5};
            if (intersected(box, {column, row, 1, 1}).isEmpty()
                || distance(middle, place) > reach)
                continue;
            const float weakness =
                cost.weakness(static_cast<std::size_t>(row - box.y)
                                  * static_cast<std::size_t>(box.width)
                              + static_cast<std::size_t>(column - box.x));
            if (weakness < weakest) {
                weakest = weakness;
                best = middle;
            }
        }
    return best;
}

} // namespace limn
