// The actions of the window itself; tools, steps, labels and images bring their own.
#pragma once

#include <QAction>

namespace limn {

struct WindowActions {
    explicit WindowActions(QObject* parent);

    QAction* openFolder;
    QAction* openFile;
    QAction* importMasks;
    QAction* run;
    QAction* stop;
    QAction* accept;
    QAction* undo;
    QAction* redo;
    QAction* exportMasks;
    QAction* release; // a data set
    QAction* figure;
    QAction* animation;
    QAction* record;
    QAction* tags;
    QAction* keys;
    QAction* about;
    QAction* leftDock; // checkable
    QAction* rightDock; // checkable
    QAction* quit;

    QList<QAction*> all() const;
};

} // namespace limn
