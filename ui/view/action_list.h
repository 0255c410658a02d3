// The live actions of the window, by group: what the menus, the key sheet, the command palette, the
// preferences and `limn replay` show and trigger.
#pragma once

#include "ui/view/action_table.h"
#include "ui/view/key_map.h"

#include <QObject>

#include <vector>

namespace limn {

// Two actions with one key that can be used at the same moment.
struct KeyClash {
    QKeySequence key;
    QString first, second; // ids
};

class ActionList : public QObject {
    Q_OBJECT

public:
    explicit ActionList(QObject* parent = nullptr);

    // Those of the action table go to their own group, the others to `group`; their keys are the
    // ones of Limn's preset. The list only looks: each outlives it or tells that it goes.
    void add(const QList<QAction*>& actions, ActionGroup group = ActionGroup::View);

    QList<QAction*> all() const;
    QList<QAction*> of(ActionGroup group) const; // in the order of the table, then as they came
    QAction* find(const QString& id) const; // null: there is none

    const KeyMap& keys() const { return m_keys; }
    void setKeys(const KeyMap& keys); // tooltips say them, too
    QList<QKeySequence> keysOf(const QString& id, const KeyMap& keys) const;
    std::vector<KeyClash> clashes(const KeyMap& keys) const;

Q_SIGNALS:
    void keysChanged();

private:
    struct Row {
        QAction* action;
        ActionGroup group;
        std::ptrdiff_t place; // in the action table
        QList<QKeySequence> keys; // of Limn's preset
    };
    const Row* row(const QString& id) const;
    void forget(const QObject* action);

    std::vector<Row> m_rows;
    KeyMap m_keys;
};

} // namespace limn
