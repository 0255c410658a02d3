#include "ui/view/state_mark.h"

#include "ui/view/theme.h"

#include <QPainter>

namespace limn {

void drawStateMark(QPainter& painter, const QRectF& box, StateMark mark)
{
    painter.setBrush(Qt::NoBrush);
    switch (mark) {
    case StateMark::Broken:
        painter.setPen(QPen(theme().bad, 2));
        painter.drawLine(box.topLeft(), box.bottomRight());
        painter.drawLine(box.topRight(), box.bottomLeft());
        return;
    case StateMark::Skipped:
        painter.setPen(QPen(theme().muted, 1.5));
        painter.drawEllipse(box);
        painter.drawLine(QPointF(box.left() + 2.5, box.center().y()),
                         QPointF(box.right() - 2.5, box.center().y()));
        return;
    case StateMark::Review:
        painter.setPen(QPen(theme().accent, 1.5));
        painter.drawEllipse(box);
        painter.setBrush(theme().accent);
        painter.drawEllipse(box.center(), 2, 2);
        return;
    case StateMark::Returned:
        painter.setPen(QPen(theme().doubt, 1.5));
        painter.drawArc(box, -150 * 16, 270 * 16);
        painter.drawPolyline(QPolygonF{QPointF(box.left() + 3, box.bottom() - 6),
                                       QPointF(box.left() + 0.5, box.bottom() - 2.5),
                                       QPointF(box.left() + 5, box.bottom() - 1.5)});
        return;
    case StateMark::Open:
        painter.setPen(QPen(theme().muted, 1.5));
        painter.drawEllipse(box);
        return;
    case StateMark::Begun:
        painter.setPen(QPen(theme().doubt, 1.5));
        painter.drawEllipse(box);
        painter.setBrush(theme().doubt);
        painter.drawPie(box, 90 * 16, 180 * 16);
        return;
    case StateMark::Done:
        painter.setPen(QPen(theme().good, 1.5));
        painter.setBrush(theme().good);
        painter.drawEllipse(box);
        painter.setPen(QPen(theme().panel, 1.5));
        painter.drawPolyline(QPolygonF{QPointF(box.left() + 2.5, box.center().y()),
                                       QPointF(box.left() + 4.5, box.bottom() - 2.5),
                                       QPointF(box.right() - 2, box.top() + 3)});
        return;
    }
}

} // namespace limn
