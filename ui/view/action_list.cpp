#include "ui/view/action_list.h"

#include "ui/view/action_words.h"

#include <algorithm>

namespace limn {
namespace {

ActionTime timeOf(const QString& id)
{
    const ActionRow* const row = actionRow(id);
    return row ? row->time : ActionTime::Always;
}

bool canMeet(const QString& first, const QString& second)
{
    const ActionTime a = timeOf(first);
    const ActionTime b = timeOf(second);
    return a == b || a == ActionTime::Always || b == ActionTime::Always;
}

std::ptrdiff_t placeInTable(const ActionRow* row) // null: behind all of it
{
    return row ? row - actionTable().data() : std::ssize(actionTable());
}

} // namespace

ActionList::ActionList(QObject* parent)
    : QObject(parent)
{
}

void ActionList::add(const QList<QAction*>& actions, ActionGroup group)
{
    for (QAction* const action : actions) {
        const ActionRow* const inTable = actionRow(action->objectName());
        const Row added{action, inTable ? inTable->group : group, placeInTable(inTable),
                        action->shortcuts()};
        const auto key = [](const Row& row) { return std::pair(row.group, row.place); };
        m_rows.insert(std::ranges::upper_bound(m_rows, key(added), {}, key), added);
        connect(action, &QObject::destroyed, this, &ActionList::forget);
    }
}

void ActionList::forget(const QObject* action)
{
    std::erase_if(m_rows, [action](const Row& row) { return row.action == action; });
}

QList<QAction*> ActionList::all() const
{
    QList<QAction*> actions;
    for (const Row& row : m_rows)
        actions << row.action;
    return actions;
}

QList<QAction*> ActionList::of(ActionGroup group) const
{
    QList<QAction*> actions;
    for (const Row& row : m_rows)
        if (row.group == group)
            actions << row.action;
    return actions;
}

const ActionList::Row* ActionList::row(const QString& id) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&id](const Row& row) { return row.action->objectName() == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

QAction* ActionList::find(const QString& id) const
{
    const Row* const found = row(id);
    return found ? found->action : nullptr;
}

QList<QKeySequence> ActionList::keysOf(const QString& id, const KeyMap& keys) const
{
    if (const auto own = keys.own.find(id); own != keys.own.end())
        return own->second;
    if (const auto preset = limn::keysOf(keys.preset, id))
        return *preset;
    const Row* const found = row(id);
    return found ? found->keys : QList<QKeySequence>();
}

void ActionList::setKeys(const KeyMap& keys)
{
    m_keys = keys;
    for (const Row& row : m_rows) {
        row.action->setShortcuts(keysOf(row.action->objectName(), keys));
        describeAgain(*row.action);
    }
    Q_EMIT keysChanged();
}

std::vector<KeyClash> ActionList::clashes(const KeyMap& keys) const
{
    std::vector<KeyClash> clashes;
    std::map<QKeySequence, QStringList> users;
    for (const Row& row : m_rows) {
        const QString id = row.action->objectName();
        for (const QKeySequence& key : keysOf(id, keys)) {
            for (const QString& other : users[key])
                if (canMeet(other, id))
                    clashes.push_back({key, other, id});
            users[key] << id;
        }
    }
    return clashes;
}

} // namespace limn
