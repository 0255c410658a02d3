#include "ui/figure/cached_region.h"

namespace limn {

Size sizeOfLevel(Size picture, int level)
{
    const int block = 1 << level;
    return {(picture.width + block - 1) / block, (picture.height + block - 1) / block};
}

Rect boxAtLevel(Rect box, int level)
{
    if (box.isEmpty())
        return {};
    const int x = box.x >> level;
    const int y = box.y >> level;
    return {x, y, ((box.x + box.width - 1) >> level) - x + 1,
            ((box.y + box.height - 1) >> level) - y + 1};
}

Rect CachedRegion::update(Rect visible, int level, Size levelSize)
{
    if (level == m_level && intersected(visible, m_region) == visible) {
        const Rect dirty = m_dirty;
        m_dirty = {};
        return dirty;
    }
    const int marginX = visible.width / 8 + 2;
    const int marginY = visible.height / 8 + 2;
    m_region = intersected({visible.x - marginX, visible.y - marginY, visible.width + 2 * marginX,
                            visible.height + 2 * marginY},
                           wholeOf(levelSize));
    m_level = level;
    m_dirty = {};
    if (m_image.width() != m_region.width || m_image.height() != m_region.height)
        m_image = QImage(m_region.width, m_region.height, QImage::Format_ARGB32_Premultiplied);
    return m_region;
}

void CachedRegion::invalidate(Rect box)
{
    if (m_level >= 0)
        m_dirty = united(m_dirty, intersected(boxAtLevel(box, m_level), m_region));
}

} // namespace limn
