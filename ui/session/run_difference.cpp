#include "ui/session/run_difference.h"

namespace limn {

void RunDifference::clear()
{
    m_pixels.clear();
    m_count = 0;
}

void RunDifference::update(std::span<const Label> shown, std::span<const Label> other, Size size,
                           Rect box)
{
    m_pixels.resize(size.area(), 0);
    const Rect inside = intersected(box, wholeOf(size));
    for (int y = inside.y; y < inside.y + inside.height; ++y) {
        const std::size_t first = static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)
            + static_cast<std::size_t>(inside.x);
        for (std::size_t i = first; i < first + static_cast<std::size_t>(inside.width); ++i) {
            const bool differs = shown[i] != other[i];
            m_count += differs;
            m_count -= m_pixels[i];
            m_pixels[i] = differs;
        }
    }
}

} // namespace limn
