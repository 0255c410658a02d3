#include "io/masks/outlines.h"

#include <algorithm>
#include <array>
#include <limits>

namespace limn {
namespace {

// Directions clockwise on the screen: right, down, left, up.
constexpr std::array<Corner, 4> steps{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};

// The edges between inside and outside, with the inside at their right; a bit a direction at the
// corner where they begin.
class Edges {
public:
    explicit Edges(const Instance& instance)
        : m_box(instance.box)
        , m_bits(static_cast<std::size_t>(m_box.width + 1)
                 * static_cast<std::size_t>(m_box.height + 1))
    {
        const auto isIn = [&](int x, int y) {
            return x >= 0 && y >= 0 && x < m_box.width && y < m_box.height
                && instance.mask[static_cast<std::size_t>(y)
                                     * static_cast<std::size_t>(m_box.width)
                                 + static_cast<std::size_t>(x)];
        };
        for (int y = 0; y < m_box.height; ++y)
            for (int x = 0; x < m_box.width; ++x) {
                if (!isIn(x, y))
                    continue;
                if (!isIn(x, y - 1))
                    at({x, y}) |= 1;
                if (!isIn(x + 1, y))
                    at({x + 1, y}) |= 2;
                if (!isIn(x, y + 1))
                    at({x + 1, y + 1}) |= 4;
                if (!isIn(x - 1, y))
                    at({x, y + 1}) |= 8;
            }
    }

    std::vector<Ring> rings()
    {
        std::vector<Ring> all;
        for (int y = 0; y <= m_box.height; ++y)
            for (int x = 0; x <= m_box.width; ++x)
                while (at({x, y}) != 0)
                    all.push_back(ringFrom({x, y}));
        return all;
    }

private:
    std::uint8_t& at(Corner corner)
    {
        return m_bits[static_cast<std::size_t>(corner.y) * static_cast<std::size_t>(m_box.width + 1)
                      + static_cast<std::size_t>(corner.x)];
    }

    // Where two pixels meet by their corners alone, the right turn stays with its own pixel.
    Ring ringFrom(Corner start)
    {
        Ring ring;
        Corner here = start;
        int direction = -1, first = -1;
        while (true) {
            const int next = turn(here, direction);
            if (next < 0)
                break;
            if (next != direction)
                ring.push_back({here.x + m_box.x, here.y + m_box.y});
            at(here) = static_cast<std::uint8_t>(at(here) & ~(1 << next));
            first = first < 0 ? next : first;
            direction = next;
            here.x += steps[static_cast<std::size_t>(next)].x;
            here.y += steps[static_cast<std::size_t>(next)].y;
            if (here == start)
                break;
        }
        if (direction == first) // the walk began in the middle of a side
            ring.erase(ring.begin());
        return ring;
    }

    int turn(Corner corner, int direction)
    {
        const std::uint8_t bits = at(corner);
        for (const int by : {1, 0, 3})
            if (direction >= 0 && (bits & (1 << ((direction + by) % 4))))
                return (direction + by) % 4;
        for (int any = 0; any < 4 && direction < 0; ++any)
            if (bits & (1 << any))
                return any;
        return -1;
    }

    Rect m_box;
    std::vector<std::uint8_t> m_bits;
};

long long twiceTheArea(const Ring& ring)
{
    long long sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Corner &a = ring[i], &b = ring[(i + 1) % ring.size()];
        sum += static_cast<long long>(a.x) * b.y - static_cast<long long>(b.x) * a.y;
    }
    return sum;
}

void join(Ring& line, const Ring& ring)
{
    std::size_t from = 0, to = 0;
    long long best = std::numeric_limits<long long>::max();
    for (std::size_t i = 0; i < line.size(); ++i)
        for (std::size_t k = 0; k < ring.size(); ++k) {
            const long long x = line[i].x - ring[k].x, y = line[i].y - ring[k].y;
            if (x * x + y * y < best) {
                best = x * x + y * y;
                from = i;
                to = k;
            }
        }
    Ring detour(ring.begin() + static_cast<std::ptrdiff_t>(to), ring.end());
    detour.insert(detour.end(), ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(to) + 1);
    detour.push_back(line[from]);
    line.insert(line.begin() + static_cast<std::ptrdiff_t>(from) + 1, detour.begin(), detour.end());
}

} // namespace

Outline outlineOf(const Instance& instance)
{
    Outline outline;
    for (Ring& ring : Edges(instance).rings())
        (twiceTheArea(ring) > 0 ? outline.rings : outline.holes).push_back(std::move(ring));
    return outline;
}

Ring joined(const Outline& outline)
{
    Ring line;
    for (const auto* rings : {&outline.rings, &outline.holes})
        for (const Ring& ring : *rings) {
            if (line.empty())
                line = ring;
            else
                join(line, ring);
        }
    return line;
}

} // namespace limn
