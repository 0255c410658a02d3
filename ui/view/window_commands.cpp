// The window's part of its commands: their list, the key sheet, the palette, the menu of all.
#include "ui/view/canvas_area.h"
#include "ui/view/command_palette.h"
#include "ui/view/keys_sheet.h"
#include "ui/view/look_panel.h"
#include "ui/view/main_window.h"
#include "ui/view/overlay_panel.h"
#include "ui/view/preferences_dialog.h"
#include "ui/view/run_controls.h"
#include "ui/view/steering.h"
#include "ui/view/timeline.h"
#include "ui/view/window_bar.h"
#include "ui/view/work_panel.h"

namespace limn {

void MainWindow::collectActions()
{
    m_list.add(m_actions.all());
    m_list.add(m_workPanel->moveActions());
    m_list.add(m_steering->actions());
    m_list.add(m_timeline->stepActions());
    m_list.add(m_lookPanel->lookActions());
    m_list.add(m_overlayPanel->displayActions(), ActionGroup::Displays);
    for (QAction* const action : m_canvas->toolActions()) {
        const bool isLabel = action->objectName().startsWith(QLatin1String("label-"));
        const bool isTool = action->objectName().startsWith(QLatin1String("tool-"));
        m_list.add({action},
                   isLabel      ? ActionGroup::Labels
                       : isTool ? ActionGroup::Tools
                                : ActionGroup::View);
    }
    const Preferences preferences = keptPreferences();
    m_list.setKeys(preferences.keys);
    m_canvas->setMouse(preferences.mouse);
    m_bar->setCommands(m_list);
}

void MainWindow::showKeys()
{
    auto* sheet = new KeysSheet(m_list, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::showPalette()
{
    auto* palette = new CommandPalette(m_list, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::setLanguages(const QStringList& languages)
{
    m_languages = languages;
}

void MainWindow::showPreferences()
{
    auto* dialog = new PreferencesDialog(m_list, keptPreferences(),
                                         {m_languages, m_controls->makeDeviceChoice(this)}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::changed, this, &MainWindow::apply);
    dialog->open();
}

void MainWindow::apply(const Preferences& preferences)
{
    const Preferences before = keptPreferences();
    keepPreferences(preferences);
    if (preferences.theme != before.theme)
        setTheme(preferences.theme);
    if (preferences.keys != m_list.keys())
        m_list.setKeys(preferences.keys);
    m_canvas->setMouse(preferences.mouse);
    Q_EMIT preferencesChanged(preferences);
}

} // namespace limn
