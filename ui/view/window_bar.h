// The toolbar: open, what to run, run, undo, export, keys.
#pragma once

#include "ui/view/window_actions.h"

#include <QToolBar>
#include <QToolButton>

class QMenu;

namespace limn {

class ActionList;
class RunControls;

enum class ThemeChoice;

class WindowBar : public QToolBar {
    Q_OBJECT

public:
    WindowBar(const WindowActions& actions, RunControls* controls, QWidget* parent = nullptr);

    void setRecent(const QStringList& paths);
    void setTheme(ThemeChoice choice); // marks it in the menu
    void setCommands(const ActionList& actions); // every one of them, by group, in the menu

Q_SIGNALS:
    void recentRequested(const QString& path);
    void themeChosen(limn::ThemeChoice choice);

private:
    QToolButton* addMenuButton(const QString& text, const QString& name, QMenu* menu);
    QMenu* makeMoreMenu(const WindowActions& actions);

    QMenu* m_open;
    QMenu* m_commands = nullptr;
    QList<QAction*> m_recent;
    QList<QAction*> m_themes; // in the order of ThemeChoice
};

} // namespace limn
