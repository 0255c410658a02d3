#include "ui/tools/polygon_tool.h"

#include "ui/tools/corners.h"

#include <QCoreApplication>

namespace limn {

PolygonTool::PolygonTool(ToolContext& context)
    : m_context(context)
{
}

double PolygonTool::reach() const
{
    return handleReachDip / m_context.scale();
}

int PolygonTool::sideUnder(Place place) const
{
    std::vector<Place> sides = m_corners;
    if (m_isClosed)
        sides.push_back(m_corners.front());
    return sideAt(sides, place, reach());
}

void PolygonTool::press(const ToolPoint& point)
{
    if (!m_context.session.isOpen())
        return;
    m_held = cornerAt(m_corners, point.place(), reach());
    const int side = m_held < 0 && point.isStraight ? sideUnder(point.place()) : -1;
    if (m_isClosed && m_held < 0 && side < 0)
        accept(); // and this press begins the next one
    if (m_corners.empty())
        m_isErasing = point.isFlipped;
    m_hasMoved = false;
    m_isNew = m_held < 0;
    if (m_isNew) {
        m_held = side < 0 ? static_cast<int>(m_corners.size()) : side + 1;
        const bool isStraight = point.isStraight && side < 0 && !m_corners.empty();
        m_corners.insert(m_corners.begin() + m_held,
                         isStraight ? straightened(m_corners.back(), point.place())
                                    : point.place());
    }
    m_pointer = point.place();
    m_context.drawingChanged();
}

void PolygonTool::move(const ToolPoint& point)
{
    if (m_held < 0)
        return;
    Place& corner = m_corners[static_cast<std::size_t>(m_held)];
    // A tremor of the hand on a click moves no corner.
    if (!m_hasMoved && distance(m_pointer, point.place()) < reach() / 3)
        return;
    m_hasMoved = true;
    const bool isStraight = point.isStraight && m_held > 0;
    corner = isStraight
        ? straightened(m_corners[static_cast<std::size_t>(m_held - 1)], point.place())
        : point.place();
    if (m_isClosed)
        fill();
    m_context.drawingChanged();
}

void PolygonTool::release(const ToolPoint& point)
{
    if (m_held < 0)
        return;
    const bool isEnd = m_held == 0 || m_held + 1 == static_cast<int>(m_corners.size());
    const bool isClosing = !m_isClosed && !m_isNew && !m_hasMoved && isEnd;
    m_held = -1;
    m_pointer = point.place();
    if (isClosing && m_corners.size() >= 3) {
        m_isClosed = true;
        m_slice = m_context.session.currentSlice();
    }
    if (m_isClosed)
        fill();
    m_context.drawingChanged();
}

void PolygonTool::hover(const ToolPoint& point)
{
    m_pointer = point.place();
    if (point.isStraight && !m_corners.empty() && !m_isClosed)
        m_pointer = straightened(m_corners.back(), m_pointer);
    if (!m_corners.empty())
        m_context.drawingChanged();
}

void PolygonTool::fill()
{
    const Session& session = m_context.session;
    const Rect before = m_filled.box();
    m_filled.begin(session.volume()->size, m_isErasing ? background : session.currentLabel());
    const Rect now = m_filled.add(polygonRegion(m_corners, session.volume()->size),
                                  limitsOf(m_context, m_filled.value()));
    m_context.strokeChanged(united(before, now));
}

void PolygonTool::finish()
{
    if (m_corners.size() < 3)
        return;
    m_slice = m_context.session.currentSlice();
    fill(); // by the label that is chosen now
    accept();
}

// One undo step, on the slice that it was closed on.
void PolygonTool::accept()
{
    Session& session = m_context.session;
    auto edit = m_filled.edit(session.human().slice(m_slice), m_slice);
    const Label value = m_filled.value();
    clear();
    if (edit)
        session.apply(QCoreApplication::translate("Tools", "Polygon"), {*std::move(edit)});
    else
        tellObstacle(m_context, limitsOf(m_context, value));
}

void PolygonTool::leave()
{
    m_isClosed ? accept() : cancel();
}

void PolygonTool::stepBack()
{
    if (m_corners.empty())
        return;
    if (m_isClosed)
        open();
    else
        m_corners.pop_back();
    m_held = -1;
    m_context.drawingChanged();
}

void PolygonTool::cancel()
{
    if (isBusy())
        clear();
}

void PolygonTool::open()
{
    m_isClosed = false;
    m_context.strokeChanged(m_filled.clear());
}

void PolygonTool::clear()
{
    m_corners.clear();
    m_held = -1;
    open();
    m_context.drawingChanged();
}

ToolDrawing PolygonTool::drawing() const
{
    ToolDrawing drawing;
    if (m_corners.empty())
        return drawing;
    drawing.lines.push_back({m_corners, m_isClosed});
    if (!m_isClosed && m_held < 0)
        drawing.lines.push_back({{m_corners.back(), m_pointer, m_corners.front()}, false, true});
    else if (!m_isClosed)
        drawing.lines.push_back({{m_corners.back(), m_corners.front()}, false, true});
    drawing.handles = m_corners;
    drawing.heldHandle = m_held >= 0 ? m_held : cornerAt(m_corners, m_pointer, reach());
    return drawing;
}

} // namespace limn
