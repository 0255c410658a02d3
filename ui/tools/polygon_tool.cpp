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

void PolygonTool::press(const ToolPoint& point)
{
    if (!m_context.session.isOpen())
        return;
    if (m_corners.empty())
        m_isErasing = point.isFlipped;
    m_hasMoved = false;
    m_held = cornerAt(m_corners, point.place(), reach());
    m_isNew = m_held < 0;
    if (m_isNew) {
        const int side = point.isStraight ? sideAt(m_corners, point.place(), reach()) : -1;
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
    m_context.drawingChanged();
}

void PolygonTool::release(const ToolPoint& point)
{
    if (m_held < 0)
        return;
    const bool isEnd = m_held == 0 || m_held + 1 == static_cast<int>(m_corners.size());
    const bool isClosing = !m_isNew && !m_hasMoved && isEnd;
    m_held = -1;
    m_pointer = point.place();
    if (isClosing && m_corners.size() >= 3)
        return finish();
    m_context.drawingChanged();
}

void PolygonTool::hover(const ToolPoint& point)
{
    m_pointer = point.place();
    if (point.isStraight && !m_corners.empty())
        m_pointer = straightened(m_corners.back(), m_pointer);
    if (!m_corners.empty())
        m_context.drawingChanged();
}

void PolygonTool::finish()
{
    if (m_corners.size() < 3)
        return;
    const PixelRegion region = polygonRegion(m_corners, m_context.session.volume()->size);
    const bool isErasing = m_isErasing;
    clear();
    paintRegion(m_context, region, isErasing, QCoreApplication::translate("Tools", "Polygon"));
}

void PolygonTool::stepBack()
{
    if (m_corners.empty())
        return;
    m_corners.pop_back();
    m_held = -1;
    m_context.drawingChanged();
}

void PolygonTool::cancel()
{
    if (isBusy())
        clear();
}

void PolygonTool::clear()
{
    m_corners.clear();
    m_held = -1;
    m_context.drawingChanged();
}

ToolDrawing PolygonTool::drawing() const
{
    ToolDrawing drawing;
    if (m_corners.empty())
        return drawing;
    drawing.lines.push_back({m_corners});
    if (m_held < 0)
        drawing.lines.push_back({{m_corners.back(), m_pointer, m_corners.front()}, false, true});
    else
        drawing.lines.push_back({{m_corners.back(), m_corners.front()}, false, true});
    drawing.handles = m_corners;
    drawing.heldHandle = m_held >= 0 ? m_held : cornerAt(m_corners, m_pointer, reach());
    return drawing;
}

} // namespace limn
