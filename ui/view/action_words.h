// What an action says of itself.
#pragma once

#include <QAction>

namespace limn {

// Tooltip: name, key and one sentence. With an obstacle the action is disabled and the tooltip says
// why.
void describe(QAction& action, const QString& sentence, const QString& obstacle = {});
void describeAgain(QAction& action); // after its keys have changed

// The first key as it is shown ("Ctrl+Z"); empty: it has none.
QString keyOf(const QAction& action);

// A new action with name, keys ("A", "Ctrl+Y"; each a sequence of its own) and sentence; for what
// has no row in the action table. Its id is made of the name.
QAction* makeAction(QObject* parent, const QString& text, const QStringList& keys,
                    const QString& sentence);

} // namespace limn
