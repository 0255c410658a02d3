#include "ui/view/row_frame.h"

#include "ui/view/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace limn {

void drawRowFrame(QPainter& painter, const QStyleOptionViewItem& option)
{
    const bool isSelected = option.state & QStyle::State_Selected;
    if (!isSelected && !(option.state & QStyle::State_MouseOver))
        return;
    QColor fill = isSelected ? theme().accentFill : theme().raised;
    fill.setAlphaF(isSelected ? 0.35F : 1.F);
    painter.setPen(isSelected ? QPen(theme().accent, option.state & QStyle::State_HasFocus ? 2 : 1)
                              : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius,
                            measure::radius);
}

} // namespace limn
