#include "ui/view/window_actions.h"

#include "ui/view/action_table.h"

namespace limn {

WindowActions::WindowActions(QObject* parent)
    : openFolder(makeAction(parent, "open-folder"))
    , openFile(makeAction(parent, "open-file"))
    , importMasks(makeAction(parent, "import-masks"))
    , run(makeAction(parent, "run"))
    , stop(makeAction(parent, "stop"))
    , runAhead(makeAction(parent, "run-ahead"))
    , accept(makeAction(parent, "accept"))
    , skip(makeAction(parent, "skip"))
    , askReview(makeAction(parent, "ask-review"))
    , note(makeAction(parent, "note"))
    , findImage(makeAction(parent, "find-image"))
    , reviewMode(makeAction(parent, "review-mode"))
    , sendBack(makeAction(parent, "send-back"))
    , undo(makeAction(parent, "undo"))
    , redo(makeAction(parent, "redo"))
    , exportMasks(makeAction(parent, "export"))
    , release(makeAction(parent, "release"))
    , figure(makeAction(parent, "figure"))
    , animation(makeAction(parent, "animation"))
    , statistics(makeAction(parent, "statistics"))
    , compare(makeAction(parent, "compare-masks"))
    , record(makeAction(parent, "record"))
    , tags(makeAction(parent, "tags"))
    , palette(makeAction(parent, "palette"))
    , keys(makeAction(parent, "keys"))
    , preferences(makeAction(parent, "preferences"))
    , about(makeAction(parent, "about"))
    , leftDock(makeAction(parent, "left-dock"))
    , rightDock(makeAction(parent, "right-dock"))
    , quit(makeAction(parent, "quit"))
{
}

QList<QAction*> WindowActions::all() const
{
    return {openFolder, openFile,  importMasks, exportMasks, release, figure,     animation, statistics,
            compare,    tags,      accept,      skip,    askReview,  note,      findImage,
            reviewMode, sendBack,  run,         stop,    runAhead,   record,    undo,
            redo,       palette,   keys,        preferences, leftDock, rightDock, about,
            quit};
}

} // namespace limn
