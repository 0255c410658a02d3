// The box around the place that is looked at.
#include "ui/view/canvas.h"

#include "ui/view/theme.h"

#include <QPainter>

namespace limn {
namespace {

constexpr double marginPx = 7,
                 largestZoom = 16; // screen pixels around the box; for one of the picture

} // namespace

void Canvas::showBox(Rect box)
{
    if (!m_session.isOpen() || box.isEmpty())
        return;
    if (m_drag != Drag::None)
        cancelDrag();
    m_isFitPending = false;
    m_view.fit(box, spaceForPicture());
    if (m_view.zoom() > largestZoom) {
        m_view.setZoom(largestZoom);
        m_view.centreOn(QPointF(box.x + box.width / 2.0, box.y + box.height / 2.0));
    }
    update();
    updateCursor();
    emitHover();
}

void Canvas::setMarker(const std::optional<CanvasMarker>& marker)
{
    if (marker == m_marker)
        return;
    m_marker = marker;
    update();
}

void Canvas::setPreview(std::vector<std::uint8_t> changed)
{
    m_preview = std::move(changed);
    update();
}

void Canvas::drawMarker(QPainter& painter) const
{
    if (!m_marker)
        return;
    const QColor colour = m_marker->isDone ? on_canvas::good : on_canvas::doubt;
    const QRectF frame =
        m_view.toWidget(m_marker->box).adjusted(-marginPx, -marginPx, marginPx, marginPx);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [pen, width] : {std::pair(on_canvas::halo, 4.0), std::pair(colour, 1.6)}) {
        painter.setPen(QPen(pen, width));
        painter.drawRoundedRect(frame, measure::radius, measure::radius);
    }
    QFont bold = font();
    bold.setPixelSize(measure::captionPx);
    bold.setBold(true);
    painter.setFont(bold);
    const QFontMetricsF metrics(bold);
    const double height = metrics.height() + 4;
    const double width = std::max(height, metrics.horizontalAdvance(m_marker->words) + 10);
    const double top = frame.top() - height < 0 ? frame.top() : frame.top() - height;
    const QRectF tab(frame.left(), top, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(on_canvas::backing);
    painter.drawRoundedRect(tab, 3, 3);
    painter.setPen(colour);
    painter.drawText(tab, Qt::AlignCenter, m_marker->words);
    painter.restore();
}

} // namespace limn
