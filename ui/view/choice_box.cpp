#include "ui/view/choice_box.h"

#include "ui/view/icons.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QKeyEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>

#include <algorithm>

namespace limn {
namespace {

constexpr int leftPx = 10, rightPx = 26, chevronPx = 14;
constexpr int shortWords = 90; // as wide: never elided

bool isReturn(const QEvent& event)
{
    const int key = static_cast<const QKeyEvent&>(event).key();
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

ChoiceBox::ChoiceBox(int widestPx, QWidget* parent)
    : QComboBox(parent)
    , m_widestPx(widestPx)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setFocusPolicy(Qt::TabFocus);
    view()->installEventFilter(this);
    connect(this, &QComboBox::currentIndexChanged, this, &ChoiceBox::updateToolTip);
}

void ChoiceBox::setHint(const QString& sentence)
{
    m_hint = sentence;
    updateToolTip();
}

QSize ChoiceBox::sizeHint() const
{
    int widest = 0;
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, fontMetrics().horizontalAdvance(itemText(i)));
    const int wanted = std::min(widest + leftPx + rightPx + 2, m_widestPx);
    return {std::max(wanted, 64), QComboBox::sizeHint().height()};
}

QSize ChoiceBox::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), shortWords), QComboBox::minimumSizeHint().height()};
}

bool ChoiceBox::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == view() && event->type() == QEvent::ShortcutOverride)
        event->accept(); // Qt chooses by Return here, and leaves the key to the window's commands too
    return QComboBox::eventFilter(watched, event);
}

bool ChoiceBox::event(QEvent* event)
{
    const bool isKey =
        event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || !isReturn(*event) || qobject_cast<QDialog*>(window()))
        return QComboBox::event(event);
    if (event->type() == QEvent::KeyPress)
        showPopup();
    event->accept();
    return true;
}

void ChoiceBox::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect words = rect().adjusted(leftPx, 0, -rightPx, 0);
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    painter.setPen(palette().color(group, QPalette::ButtonText));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(currentText(), Qt::ElideMiddle, words.width()));
    const QRect chevron(width() - chevronPx - 7, (height() - chevronPx) / 2, chevronPx, chevronPx);
    icon(QStringLiteral("chevron-down"))
        .paint(&painter, chevron, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

void ChoiceBox::updateToolTip()
{
    QStringList parts{currentText(), m_hint};
    parts.removeAll(QString());
    setToolTip(parts.join(QLatin1Char('\n'))
                   .toHtmlEscaped()
                   .replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace limn
