#include "ui/view/pane_link.h"

#include "ui/view/canvas.h"
#include "ui/view/map_panes.h"

namespace limn {

void linkPanes(Canvas& canvas, MapPanes& panes)
{
    QObject::connect(&canvas, &Canvas::viewChanged, &panes,
                     [&canvas, &panes] { panes.setShownBox(canvas.shownBox()); });
    QObject::connect(&canvas, &Canvas::hovered, &panes, [&panes](const Hover& hover) {
        panes.setPointer(hover.isInside ? std::optional(QPointF(hover.x + 0.5, hover.y + 0.5))
                                        : std::nullopt);
    });
    QObject::connect(&panes, &MapPanes::pointedAt, &canvas, &Canvas::setRemotePointer);
    QObject::connect(&panes, &MapPanes::zoomRequested, &canvas, &Canvas::zoomAtPicture);
    QObject::connect(&panes, &MapPanes::panRequested, &canvas, &Canvas::panPicture);
}

} // namespace limn
