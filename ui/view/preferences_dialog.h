// The preferences window. What is changed holds at once.
#pragma once

#include "ui/view/action_list.h"
#include "ui/view/preferences.h"

#include <QDialog>

#include <functional>

class QFormLayout;
class QStackedWidget;

namespace limn {

class PreferencesKeys;

// What the window knows and the preferences show.
struct PreferenceOffer {
    QStringList languages; // of the translations that are there, as "de"
    QWidget* device = nullptr; // a control of its own that is shown on the page of the device
};

class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    PreferencesDialog(const ActionList& actions, const Preferences& preferences,
                      const PreferenceOffer& offer, QWidget* parent = nullptr);

Q_SIGNALS:
    void changed(const limn::Preferences& preferences);

private:
    QWidget* makeGeneral(const PreferenceOffer& offer);
    QWidget* makeMouse();
    QWidget* makeFolders();
    QWidget* makeMemory(const PreferenceOffer& offer);
    QWidget* page(QFormLayout* form);
    QWidget* folderField(const QString& name, QString Preferences::* where, const QString& words);
    QWidget* memoryField(const QString& name, int Preferences::* where, int least);
    QWidget* check(const QString& words, const QString& hint, bool isOn,
                   std::function<void(bool)> put);
    void tell();

    Preferences m_preferences;
    PreferencesKeys* m_keys;
    QStackedWidget* m_pages;
};

} // namespace limn
