#include "ui/view/on_canvas_marks.h"

#include "ui/view/theme.h"

namespace limn {

QRect pointerMarkBox(QPointF place)
{
    return QRectF(place - QPointF(12, 12), QSizeF(24, 24)).toAlignedRect();
}

void drawPointerMark(QPainter& painter, QPointF place)
{
    for (const auto& [colour, width] :
         {std::pair(on_canvas::halo, 3.0), std::pair(on_canvas::line, 1.0)}) {
        painter.setPen(QPen(colour, width));
        painter.drawLine(place - QPointF(9, 0), place + QPointF(9, 0));
        painter.drawLine(place - QPointF(0, 9), place + QPointF(0, 9));
    }
}

void drawBackedWords(QPainter& painter, const QRectF& box, const QString& words, int flags)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(on_canvas::backing);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(on_canvas::text);
    painter.drawText(box, flags, words);
}

void drawCard(QPainter& painter, const QRect& rect)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().border);
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius,
                            measure::radius);
}

} // namespace limn
