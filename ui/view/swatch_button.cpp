#include "ui/view/swatch_button.h"

#include "ui/view/theme.h"

#include <QPainter>

namespace limn {

SwatchButton::SwatchButton(QWidget* parent)
    : QToolButton(parent)
{
    setProperty("kind", QStringLiteral("small"));
    setFocusPolicy(Qt::TabFocus);
}

void SwatchButton::setColour(const QColor& colour)
{
    m_colour = colour;
    update();
}

void SwatchButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr qreal side = 14;
    const QRectF box((width() - side) / 2, (height() - side) / 2, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    painter.drawRoundedRect(box, 3, 3);
    if (!hasFocus() && !underMouse())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus() ? theme().accent : theme().muted, hasFocus() ? 2 : 1));
    painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 5, 5);
}

} // namespace limn
