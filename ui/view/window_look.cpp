// The window's part of "Where to look next": a person goes to a place, and the canvas shows it.
#include "ui/session/look_list.h"
#include "ui/view/canvas_area.h"
#include "ui/view/main_window.h"

namespace limn {

void MainWindow::connectLook()
{
    const auto mark = [this] {
        const int index = m_look->current();
        if (index < 0)
            return m_canvas->setMarker({});
        const LookItem& item = m_look->items()[static_cast<std::size_t>(index)];
        const QString rank = QString::number(index + 1);
        m_canvas->setMarker(CanvasMarker{
            item.place.box, item.isResolved() ? tr("%1 ✓").arg(rank) : rank, item.isResolved()});
    };
    connect(m_look, &LookList::currentChanged, this, mark);
    connect(m_look, &LookList::itemsChanged, this, mark);
    connect(m_look, &LookList::shown, this,
            [this](int index) { m_canvas->showBox(m_look->viewOf(index)); });
}

} // namespace limn
