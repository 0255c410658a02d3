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

// "Press {run}." with the key that the action of this id has now, in the window that `inside` is
// part of; where it has none, with its name.
QString withKeys(QString words, const QObject& inside);

} // namespace limn
