#include "ui/view/canvas_marks.h"

#include "ui/view/theme.h"

namespace limn {
namespace {

constexpr double radius = 7, arm = 3.5;

bool isInEffect(const ClickMark& click, const Session& session)
{
    return click.slice == session.currentSlice()
        && session.human().at(click.slice, click.x, click.y) == click.label;
}

void drawSign(QPainter& painter, QPointF centre, bool isPlus, const QPen& pen)
{
    painter.setPen(pen);
    painter.drawEllipse(centre, radius, radius);
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0));
    if (isPlus)
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm));
}

} // namespace

void drawClickMarks(QPainter& painter, const ViewTransform& view, const Session& session,
                    std::span<const ClickMark> clicks)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const ClickMark& click : clicks) {
        if (!isInEffect(click, session))
            continue;
        const QPointF centre = view.toWidget(QPointF(click.x + 0.5, click.y + 0.5));
        const bool isPlus = click.label != background;
        drawSign(painter, centre, isPlus, QPen(on_canvas::halo, 4));
        drawSign(painter, centre, isPlus, QPen(on_canvas::line, 1.6));
    }
    painter.restore();
}

} // namespace limn
