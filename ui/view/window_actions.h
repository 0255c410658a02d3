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
    QAction* runAhead; // checkable
    QAction* accept;
    QAction* skip;
    QAction* askReview;
    QAction* note;
    QAction* findImage;
    QAction* reviewMode; // checkable
    QAction* sendBack;
    QAction* undo;
    QAction* redo;
    QAction* exportMasks;
    QAction* release; // a data set
    QAction* figure;
    QAction* animation;
    QAction* statistics;
    QAction* compare;
    QAction* record;
    QAction* tags;
    QAction* palette;
    QAction* keys;
    QAction* preferences;
    QAction* about;
    QAction* leftDock; // checkable
    QAction* rightDock; // checkable
    QAction* quit;

    QList<QAction*> all() const; // in the order of the action table
};

} // namespace limn
