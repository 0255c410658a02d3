#include "ui/view/text_field.h"

#include <QKeyEvent>

namespace limn {
namespace {

bool endsTyping(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Escape;
}

} // namespace

TextField::TextField(QWidget* parent)
    : QLineEdit(parent)
{
}

bool TextField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && endsTyping(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress || !endsTyping(*static_cast<QKeyEvent*>(event)))
        return QLineEdit::event(event);
    if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        setText(m_textBefore);
    event->accept();
    clearFocus();
    return true;
}

void TextField::focusInEvent(QFocusEvent* event)
{
    m_textBefore = text();
    QLineEdit::focusInEvent(event);
}

void TextField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT typingEnded();
}

} // namespace limn
