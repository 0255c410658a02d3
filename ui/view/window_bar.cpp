#include "ui/view/window_bar.h"

#include "ui/view/action_button.h"
#include "ui/view/action_list.h"
#include "ui/view/icons.h"
#include "ui/view/key_button.h"
#include "ui/view/run_controls.h"
#include "ui/view/theme.h"

#include <QActionGroup>
#include <QDir>
#include <QLabel>
#include <QMenu>

namespace limn {
namespace {

constexpr int recentTextPx = 420;

QToolButton* glyphButton(QAction* action, QWidget* parent)
{
    auto* button = new ActionButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize({measure::icon, measure::icon});
    button->setProperty("kind", QStringLiteral("small"));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    return button;
}

} // namespace

WindowBar::WindowBar(const WindowActions& actions, RunControls* controls, QWidget* parent)
    : QToolBar(parent)
    , m_open(new QMenu(this))
{
    setObjectName(QStringLiteral("windowBar"));
    setWindowTitle(tr("Toolbar"));
    setAccessibleName(tr("Toolbar"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);

    auto* name = new QLabel(tr("Limn"), this);
    QFont bold = font();
    bold.setBold(true);
    name->setFont(bold);
    addWidget(name);
    m_open->addActions({actions.openFolder, actions.openFile, actions.importMasks});
    addMenuButton(tr("Open"), tr("Open"), m_open);
    addSeparator();
    addWidget(controls);
    addWidget(new KeyButton(actions.run, QStringLiteral("primary"), this));
    addWidget(new KeyButton(actions.stop, {}, this));
    auto* spring = new QWidget(this);
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(spring);
    for (auto* action : {actions.undo, actions.redo})
        addWidget(glyphButton(action, this));
    addSeparator();
    auto* exporting = new QMenu(this);
    exporting->addActions({actions.exportMasks, actions.release, actions.figure,
                           actions.animation, actions.statistics, actions.compare, actions.accept});
    addMenuButton(tr("Export"), tr("Export"), exporting)
        ->setProperty("kind", QStringLiteral("button"));
    addWidget(new KeyButton(actions.keys, {}, this));
    addWidget(glyphButton(actions.leftDock, this));
    addWidget(glyphButton(actions.rightDock, this));
    auto* more = addMenuButton({}, tr("More"), makeMoreMenu(actions));
    more->setIcon(icon(QStringLiteral("menu")));
    more->setToolTip(tr("Every command, theme, panels, About, Quit."));
}

QToolButton* WindowBar::addMenuButton(const QString& text, const QString& name, QMenu* menu)
{
    auto* button = new QToolButton(this);
    button->setText(text.isEmpty() ? text : text + QStringLiteral(" ▾"));
    button->setAccessibleName(name);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    menu->setToolTipsVisible(true);
    addWidget(button);
    return button;
}

QMenu* WindowBar::makeMoreMenu(const WindowActions& actions)
{
    auto* menu = new QMenu(this);
    auto* themes = new QActionGroup(menu);
    const QString names[] = {tr("Follow the system"), tr("Dark"), tr("Light")};
    for (int i = 0; i < 3; ++i) {
        auto* action = themes->addAction(names[i]);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this,
                [this, i] { Q_EMIT themeChosen(static_cast<ThemeChoice>(i)); });
        m_themes.append(action);
    }
    auto* themeMenu = menu->addMenu(tr("Theme"));
    themeMenu->addActions(m_themes);
    m_commands = menu->addMenu(tr("All commands"));
    m_commands->setToolTipsVisible(true);
    menu->addActions({actions.palette, actions.preferences, actions.tags, actions.leftDock, actions.rightDock});
    menu->addSeparator();
    menu->addActions({actions.about, actions.quit});
    return menu;
}

void WindowBar::setRecent(const QStringList& paths)
{
    qDeleteAll(m_recent);
    m_recent.clear();
    if (!paths.isEmpty())
        m_recent.append(m_open->addSection(tr("Recent")));
    for (const QString& path : paths) {
        const QString shown =
            fontMetrics().elidedText(QDir::toNativeSeparators(path), Qt::ElideMiddle, recentTextPx);
        auto* action =
            m_open->addAction(QString(shown).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(QDir::toNativeSeparators(path).toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentRequested(path); });
        m_recent.append(action);
    }
}

// Those whose key is the canvas's alone stay off the menu: there they would catch it for the button.
void WindowBar::setCommands(const ActionList& actions)
{
    m_commands->clear();
    for (const ActionGroup group : actionGroups()) {
        QMenu* const menu = m_commands->addMenu(nameOf(group));
        menu->setToolTipsVisible(true);
        for (QAction* const action : actions.of(group))
            if (action->shortcutContext() != Qt::WidgetShortcut)
                menu->addAction(action);
    }
}

void WindowBar::setTheme(ThemeChoice choice)
{
    m_themes[static_cast<int>(choice)]->setChecked(true);
}

} // namespace limn
