#include "ui/view/brush_outline.h"

#include "ui/view/theme.h"

#include <cmath>

namespace limn {
namespace {

constexpr double largestKept = 128, margin = 3; // device-independent pixels

void drawLines(QPainter& painter, const QRectF& box, bool isSquare)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [colour, width] :
         {std::pair(on_canvas::halo, 3.0), std::pair(on_canvas::line, 1.2)}) {
        painter.setPen(QPen(colour, width));
        if (isSquare)
            painter.drawRect(box);
        else
            painter.drawEllipse(box);
    }
}

} // namespace

void BrushOutline::draw(QPainter& painter, const QRectF& box, bool isSquare)
{
    painter.save();
    const double ratio = painter.device()->devicePixelRatioF();
    if (std::max(box.width(), box.height()) > largestKept) {
        drawLines(painter, box, isSquare);
        painter.restore();
        return;
    }
    // The image begins at a device pixel; where in it the outline lies is part of what is kept.
    const auto whole = [ratio](double value) { return std::floor(value * ratio) / ratio; };
    const QPointF place(whole(box.x() - margin), whole(box.y() - margin));
    const QRectF inside = box.translated(-place);
    if (m_image.isNull() || inside != m_box || isSquare != m_isSquare
        || m_image.devicePixelRatio() != ratio) {
        const QSizeF size = (inside.size() + QSizeF(2 * margin + 1, 2 * margin + 1)) * ratio;
        m_image = QImage(size.toSize(), QImage::Format_ARGB32_Premultiplied);
        m_image.setDevicePixelRatio(ratio);
        m_image.fill(Qt::transparent);
        QPainter imagePainter(&m_image);
        drawLines(imagePainter, inside, isSquare);
        m_box = inside;
        m_isSquare = isSquare;
    }
    painter.drawImage(place, m_image);
    painter.restore();
}

} // namespace limn
