#include "ui/view/overlay_image.h"

#include "ui/view/display_table.h"
#include "ui/view/overlay_painter.h"

namespace limn {

OverlayImage::OverlayImage(const Session& session)
    : m_session(session)
{
}

void OverlayImage::setSettings(const OverlaySettings& settings)
{
    m_settings = settings;
    m_cache.invalidate();
}

std::optional<double> OverlayImage::valueAt(int x, int y) const
{
    if (displayOf(m_settings.mode).scale == DisplayScale::Labels)
        return std::nullopt;
    float value = 0;
    OverlayPainter painter(m_session, m_settings, nullptr, 0, {x, y, 1, 1});
    if (!painter.readValues(y, {&value, 1}))
        return std::nullopt;
    return static_cast<double>(value);
}

CachedRegion& OverlayImage::at(int level, Rect visible, const StrokeMask* stroke)
{
    const Rect box = m_cache.update(visible, level, sizeOfLevel(m_session.labels().size, level));
    if (box.isEmpty())
        return m_cache;
    OverlayPainter painter(m_session, m_settings, stroke, level, box);
    const Rect region = m_cache.region();
    for (int y = box.y; y < box.y + box.height; ++y) {
        auto* row =
            reinterpret_cast<QRgb*>(m_cache.image().scanLine(y - region.y)) + (box.x - region.x);
        painter.paintRow(y, {row, static_cast<std::size_t>(box.width)});
    }
    return m_cache;
}

} // namespace limn
