// The keys' page of the preferences: a preset, every command with its keys, and what clashes.
#pragma once

#include "ui/view/action_list.h"

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTableWidget;

namespace limn {

class ChoiceBox;
class TextField;

class PreferencesKeys : public QWidget {
    Q_OBJECT

public:
    PreferencesKeys(const ActionList& actions, const KeyMap& keys, QWidget* parent = nullptr);

    const KeyMap& keys() const { return m_keys; }

Q_SIGNALS:
    void changed(); // by a person

private:
    void build();
    void fill();
    void search(const QString& words);
    void showSelected();
    void takeKeys(); // of the two fields
    void reset(); // the selected command
    QString selected() const; // its id; empty: none

    const ActionList& m_actions;
    KeyMap m_keys;
    ChoiceBox* m_preset;
    TextField* m_search;
    QTableWidget* m_table;
    QLabel* m_command;
    QKeySequenceEdit* m_first;
    QKeySequenceEdit* m_second;
    QPushButton* m_reset;
    QLabel* m_clashes;
};

} // namespace limn
