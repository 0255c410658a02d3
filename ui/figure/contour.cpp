#include "ui/figure/contour.h"

#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <vector>

namespace limn {
namespace {

// Edges lead along the pixels with the mask at their right hand.
enum Direction { Right, Down, Left, Up };

constexpr std::array<int, 4> stepX{1, 0, -1, 0}, stepY{0, 1, 0, -1};

class Tracer {
public:
    Tracer(std::span<const Label> labels, Size size, Label label)
        : m_labels(labels)
        , m_size(size)
        , m_label(label)
        , m_corners(Size{size.width + 1, size.height + 1})
        , m_leaving(m_corners.area(), 0)
    {
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                if (isInside(x, y))
                    addEdges(x, y);
    }

    QPainterPath trace()
    {
        QPainterPath path;
        for (int y = 0; y < m_corners.height; ++y)
            for (int x = 0; x < m_corners.width; ++x)
                while (at(x, y) != 0)
                    traceFrom(x, y, path);
        return path;
    }

private:
    bool isInside(int x, int y) const
    {
        return x >= 0 && y >= 0 && x < m_size.width && y < m_size.height
            && m_labels[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width)
                        + static_cast<std::size_t>(x)]
            == m_label;
    }

    std::uint8_t& at(int x, int y)
    {
        return m_leaving[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_corners.width)
                         + static_cast<std::size_t>(x)];
    }

    void addEdges(int x, int y)
    {
        const auto add = [this](int cornerX, int cornerY, Direction direction) {
            at(cornerX, cornerY) =
                static_cast<std::uint8_t>(at(cornerX, cornerY) | 1U << direction);
        };
        if (!isInside(x, y - 1))
            add(x, y, Right);
        if (!isInside(x + 1, y))
            add(x + 1, y, Down);
        if (!isInside(x, y + 1))
            add(x + 1, y + 1, Left);
        if (!isInside(x - 1, y))
            add(x, y + 1, Up);
    }

    // Where two lines meet in a corner, the one that turns right stays with its own pixel.
    int directionAt(int x, int y, int came)
    {
        const unsigned leaving = at(x, y);
        for (const int turn : {1, 0, 3})
            if (const int direction = (came + turn) % 4; (leaving >> direction & 1U) != 0)
                return direction;
        return std::countr_zero(leaving);
    }

    void traceFrom(int startX, int startY, QPainterPath& path)
    {
        int x = startX, y = startY;
        int direction = std::countr_zero(static_cast<unsigned>(at(x, y)));
        path.moveTo(x, y);
        do {
            at(x, y) = static_cast<std::uint8_t>(at(x, y) & ~(1U << direction));
            x += stepX[static_cast<std::size_t>(direction)];
            y += stepY[static_cast<std::size_t>(direction)];
            if (x == startX && y == startY)
                break;
            const int next = directionAt(x, y, direction);
            if (next != direction)
                path.lineTo(x, y);
            direction = next;
        } while (true);
        path.closeSubpath();
    }

    std::span<const Label> m_labels;
    Size m_size;
    Label m_label;
    Size m_corners;
    std::vector<std::uint8_t> m_leaving; // a bit a direction, by corner
};

} // namespace

QPainterPath contourOf(std::span<const Label> labels, Size size, Label label)
{
    assert(labels.size() == size.area());
    return Tracer(labels, size, label).trace();
}

} // namespace limn
