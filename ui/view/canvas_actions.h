// Every action of the canvas with its name, its key and one sentence.
#pragma once

#include <QList>

#include <functional>

class QAction;

namespace limn {

class Canvas;
class CanvasArea;
class Session;

struct CanvasActions {
    QList<QAction*> tools; // in the order of toolTable(); checkable
    QList<QAction*> all; // with the tools
    QList<QAction*> menu; // of the canvas
    QAction* maps = nullptr; // side by side; checkable
    QAction* play = nullptr; // in time
};

// Makes the actions on the area and connects them.
CanvasActions makeCanvasActions(Session& session, Canvas& canvas, CanvasArea& area);

} // namespace limn
