#include "ui/view/window_menu.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMenu>

namespace limn {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("limn", text);
}

QString number(double value)
{
    return QLocale().toString(value, 'g', 6);
}

QString functionText(const DisplayWindow& window)
{
    if (window.table)
        return tr("table");
    switch (window.function) {
    case WindowFunction::Sigmoid: return tr("sigmoid");
    case WindowFunction::LinearExact: return tr("exact");
    case WindowFunction::Linear: break;
    }
    return {};
}

} // namespace

QString windowText(const DisplayWindow& window)
{
    QStringList parts;
    if (!window.explanation.empty())
        parts << QString::fromStdString(window.explanation);
    parts << tr("W %1  L %2").arg(number(window.width), number(window.level));
    if (const QString function = functionText(window); !function.isEmpty())
        parts << function;
    return parts.join(QStringLiteral(" · "));
}

void addWindowMenu(QMenu& menu, Session& session)
{
    QMenu* const windows = menu.addMenu(tr("Windows of the file"));
    const bool hasSome = session.isOpen() && !session.volume()->displayWindows.empty();
    if (!hasSome) {
        windows->setEnabled(false);
        windows->setTitle(tr("Windows of the file (it has none)"));
        return;
    }
    for (const DisplayWindow& window : session.volume()->displayWindows) {
        QAction* const action =
            windows->addAction(windowText(window).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(window == session.window());
        QObject::connect(action, &QAction::triggered, &session,
                         [&session, window] { session.setWindow(window); });
    }
}

} // namespace limn
