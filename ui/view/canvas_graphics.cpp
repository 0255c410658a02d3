// The part of the canvas that draws the file's own graphics: overlays, which are never in the values.
#include "ui/view/canvas.h"

#include "ui/view/theme.h"

#include <QPainter>

namespace limn {

void Canvas::takeGraphics()
{
    m_graphics = {};
    const Slice* const shown = slice();
    if (shown == nullptr || shown->graphics.size() != shown->size.area())
        return;
    m_graphics = QImage(shown->size.width, shown->size.height, QImage::Format_ARGB32_Premultiplied);
    const QRgb ink = on_canvas::graphics.rgb();
    auto value = shown->graphics.begin();
    for (int y = 0; y < shown->size.height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(m_graphics.scanLine(y));
        for (int x = 0; x < shown->size.width; ++x, ++value)
            line[x] = *value != 0 ? ink : 0;
    }
}

void Canvas::setGraphicsShown(bool isShown)
{
    if (isShown == m_showsGraphics)
        return;
    m_showsGraphics = isShown;
    update();
    Q_EMIT graphicsShown(isShown);
}

void Canvas::drawGraphics(QPainter& painter, const QRect& exposed) const
{
    if (m_graphics.isNull() || !m_showsGraphics)
        return;
    painter.save();
    painter.setClipRect(exposed);
    painter.drawImage(m_view.toWidget(wholeOf(m_session.volume()->size)), m_graphics,
                      QRectF(m_graphics.rect()));
    painter.restore();
}

} // namespace limn
