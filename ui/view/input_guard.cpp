#include "ui/view/input_guard.h"

#include <QAbstractSpinBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace limn {
namespace {

bool endsTyping(const QObject* watched, const QEvent& event)
{
    const int key = static_cast<const QKeyEvent&>(event).key();
    return (key == Qt::Key_Return || key == Qt::Key_Enter)
        && (qobject_cast<const QAbstractSpinBox*>(watched)
            || qobject_cast<const QLineEdit*>(watched));
}

} // namespace

InputGuard::InputGuard(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool InputGuard::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::TabletMove:
    case QEvent::TabletPress:
    case QEvent::Wheel:
    case QEvent::KeyPress: m_session.noteInput(); return false;
    case QEvent::ShortcutOverride:
        m_session.noteInput();
        if (!endsTyping(watched, *event))
            return false;
        event->accept();
        return true;
    default: return false;
    }
}

} // namespace limn
