// Links a pane beside the picture with the canvas: one place, one zoom, one pointer.
#pragma once

#include "ui/view/canvas.h"

namespace limn {

// The pane has setShownBox, setPointer, and the signals pointedAt, zoomRequested, panRequested.
template <typename Pane> void linkPane(Canvas& canvas, Pane& pane)
{
    QObject::connect(&canvas, &Canvas::viewChanged, &pane,
                     [&canvas, &pane] { pane.setShownBox(canvas.shownBox()); });
    QObject::connect(&canvas, &Canvas::hovered, &pane, [&pane](const Hover& hover) {
        pane.setPointer(hover.isInside ? std::optional(QPointF(hover.x + 0.5, hover.y + 0.5))
                                       : std::nullopt);
    });
    QObject::connect(&pane, &Pane::pointedAt, &canvas, &Canvas::setRemotePointer);
    QObject::connect(&pane, &Pane::zoomRequested, &canvas, &Canvas::zoomAtPicture);
    QObject::connect(&pane, &Pane::panRequested, &canvas, &Canvas::panPicture);
}

} // namespace limn
