#include "ui/view/key_button.h"

#include "ui/view/theme.h"

#include <QAction>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace limn {
namespace {

constexpr int sidePx = 11, gapPx = 8, capPx = 17;

QFont capFont(QFont font)
{
    font.setPixelSize(10);
    return font;
}

} // namespace

KeyButton::KeyButton(QAction* action, const QString& kind, QWidget* parent)
    : ActionButton(parent)
{
    setProperty("kind", kind);
    setDefaultAction(action);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(action->text());
    connect(action, &QAction::changed, this, &QWidget::updateGeometry); // another key
}

QString KeyButton::keyText() const
{
    return defaultAction()->shortcut().toString(QKeySequence::NativeText);
}

int KeyButton::capWidth() const
{
    const QString key = keyText();
    return key.isEmpty()
        ? 0
        : std::max(capPx, QFontMetrics(capFont(font())).horizontalAdvance(key) + 8);
}

QSize KeyButton::sizeHint() const
{
    const int cap = capWidth();
    const int words = fontMetrics().horizontalAdvance(text());
    return {2 * sidePx + words + (cap > 0 ? gapPx + cap : 0), measure::control};
}

void KeyButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);

    const bool isFilled =
        isChecked() || (property("kind").toString() == QLatin1String("primary") && isEnabled());
    QColor ink = isEnabled() ? theme().text : theme().muted;
    if (isFilled)
        ink = theme().onAccent;
    painter.setPen(ink);
    painter.drawText(rect().adjusted(sidePx, 0, -sidePx, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
    const int cap = capWidth();
    if (cap == 0)
        return;
    const QRectF box(width() - sidePx - cap + 0.5, (height() - capPx) / 2 + 0.5, cap - 1,
                     capPx - 1);
    QColor edge = ink;
    edge.setAlphaF(0.45F);
    painter.setPen(edge);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(isFilled ? ink : theme().muted);
    painter.setFont(capFont(font()));
    painter.drawText(box, Qt::AlignCenter, keyText());
}

} // namespace limn
