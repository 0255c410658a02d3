#include "ui/tools/move_tool.h"

#include "ui/tools/corners.h"

#include <QCoreApplication>

namespace limn {

MoveTool::MoveTool(ToolContext& context)
    : m_context(context)
{
}

void MoveTool::press(const ToolPoint& point)
{
    const Session& session = m_context.session;
    if (m_isBusy || !session.isOpen())
        return;
    const int x = static_cast<int>(std::floor(point.x)), y = static_cast<int>(std::floor(point.y));
    m_slice = session.currentSlice();
    PixelRegion region =
        labelRegion(session.labels().slice(m_slice), session.labels().size, x, y);
    if (region.isEmpty())
        return;
    const Label label = session.labels().at(m_slice, x, y);
    if (label == background || session.isLocked(label))
        return;
    m_moved = {std::move(region), label};
    m_isBusy = true;
    m_isCopy = point.isFlipped;
    m_from = point.place();
    m_byX = m_byY = 0;
    show();
}

void MoveTool::move(const ToolPoint& point)
{
    if (!m_isBusy)
        return;
    const Place to = point.isStraight ? straightened(m_from, point.place()) : point.place();
    const int byX = static_cast<int>(std::lround(to.x - m_from.x));
    const int byY = static_cast<int>(std::lround(to.y - m_from.y));
    if (byX == m_byX && byY == m_byY)
        return;
    m_byX = byX;
    m_byY = byY;
    show();
}

void MoveTool::show()
{
    PixelRegion moved = m_moved.region;
    const Size size = m_context.session.labels().size;
    const Rect box{moved.box.x + m_byX, moved.box.y + m_byY, moved.box.width, moved.box.height};
    moved.box = box; // may reach over the edge: the mask cuts it
    const Rect before = m_stroke.clear();
    m_stroke.begin(size, m_moved.label);
    PaintLimits limits = paintLimits(m_context.session, {}, m_moved.label);
    m_context.strokeChanged(united(before, m_stroke.add(moved, limits)));
    m_context.drawingChanged();
}

void MoveTool::release(const ToolPoint& point)
{
    if (!m_isBusy)
        return;
    move(point);
    const bool hasMoved = m_byX != 0 || m_byY != 0;
    auto edit = movedRegion(m_context.session, m_moved, m_byX, m_byY, m_isCopy);
    cancel();
    if (hasMoved && edit)
        m_context.session.apply(QCoreApplication::translate("Tools", "Move"), {*std::move(edit)});
}

void MoveTool::cancel()
{
    if (!m_isBusy)
        return;
    m_isBusy = false;
    m_moved = {};
    m_context.strokeChanged(m_stroke.clear());
    m_context.drawingChanged();
}

ToolDrawing MoveTool::drawing() const
{
    ToolDrawing drawing;
    if (!m_isBusy || (m_byX == 0 && m_byY == 0))
        return drawing;
    const Rect box = m_moved.region.box;
    drawing.notes.push_back({{static_cast<double>(box.x + box.width + m_byX),
                              static_cast<double>(box.y + box.height + m_byY)},
                             QCoreApplication::translate("Tools", "%1, %2 px").arg(m_byX).arg(m_byY)});
    return drawing;
}

} // namespace limn
