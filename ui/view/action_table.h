// The window's actions in one table: id, group, name, keys, sentence, icon. Menus, toolbar, key
// sheet, command palette, preferences and `limn replay` are made of it and of the tables of tools
// and displays.
#pragma once

#include <QAction>

#include <span>
#include <string_view>

namespace limn {

enum class ActionGroup { Files, Images, Model, Displays, Changes, Tools, View, Labels, Window };

// Two actions may have the same key when they can never be used at the same moment.
enum class ActionTime { Always, WithCandidate, WithoutCandidate };

struct ActionRow {
    const char* id; // in settings and scripts; never changes
    ActionGroup group;
    const char* name; // these two are translated when the action is made
    const char* sentence;
    const char* keys; // sequences with a blank between them
    const char* icon = nullptr; // see icons.h
    bool isCheckable = false;
    ActionTime time = ActionTime::Always;
};

std::span<const ActionRow> actionTable();
const ActionRow* actionRow(const QString& id); // null: an action of another table
QString nameOf(ActionGroup group); // translated
std::span<const ActionGroup> actionGroups();

// "Ctrl+Y Ctrl+Shift+Z"
QList<QKeySequence> keysFrom(std::string_view words);

// The row's action; its id is its object name.
QAction* makeAction(QObject* parent, const char* id);
// One of another table.
QAction* makeAction(QObject* parent, const QString& id, const QString& name,
                    const QList<QKeySequence>& keys, const QString& sentence);

} // namespace limn
