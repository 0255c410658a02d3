#include "ui/tools/wire_tool.h"

#include "ui/tools/corners.h"

#include <QCoreApplication>

namespace limn {
namespace {

constexpr double edgeReachDip = 6; // how far a click may be from the edge that it means

} // namespace

WireTool::WireTool(ToolContext& context)
    : m_context(context)
{
}

Place WireTool::anchorFor(const ToolPoint& point) const
{
    if (point.isStraight)
        return point.place();
    constexpr double widest = 24; // pixels; beyond, the choice would be a matter of chance
    return m_wire->edgeNear(point.place(), std::min(widest, edgeReachDip / m_context.scale()));
}

void WireTool::press(const ToolPoint& point)
{
    const Session& session = m_context.session;
    if (!session.isOpen())
        return;
    if (m_anchors.empty()) {
        const auto slice = session.volume()->slices[static_cast<std::size_t>(session.currentSlice())];
        if (!slice)
            return;
        m_wire.emplace(slice);
        m_isErasing = point.isFlipped;
    }
    const int found =
        cornerAt(m_anchors, point.place(), handleReachDip / m_context.scale());
    m_isClosing = found >= 0 && (found == 0 || found + 1 == static_cast<int>(m_anchors.size()));
    if (m_isClosing)
        return;
    const Place anchor = anchorFor(point);
    if (!m_anchors.empty())
        m_lines.push_back(m_wire->line(m_anchors.back(), anchor));
    m_anchors.push_back(anchor);
    m_loose.clear();
    m_context.drawingChanged();
}

// A fast hand that drags from click to click sees the line as well.
void WireTool::move(const ToolPoint& point)
{
    hover(point);
}

void WireTool::release(const ToolPoint&)
{
    if (m_isClosing && m_anchors.size() >= 3)
        finish();
    m_isClosing = false;
}

void WireTool::hover(const ToolPoint& point)
{
    if (m_anchors.empty())
        return;
    m_loose = m_wire->line(m_anchors.back(), point.place());
    m_context.drawingChanged();
}

void WireTool::finish()
{
    if (m_anchors.size() < 3)
        return;
    std::vector<Place> outline;
    m_lines.push_back(m_wire->line(m_anchors.back(), m_anchors.front()));
    for (const auto& line : m_lines)
        outline.insert(outline.end(), line.begin(), line.end());
    const PixelRegion region = polygonRegion(outline, m_context.session.volume()->size);
    const bool isErasing = m_isErasing;
    clear();
    paintRegion(m_context, region, isErasing, QCoreApplication::translate("Tools", "Live-wire"));
}

void WireTool::stepBack()
{
    if (m_anchors.empty())
        return;
    m_anchors.pop_back();
    m_loose.clear();
    if (m_anchors.empty())
        return clear();
    m_lines.pop_back();
    m_context.drawingChanged();
}

void WireTool::cancel()
{
    if (isBusy())
        clear();
}

void WireTool::clear()
{
    m_anchors.clear();
    m_lines.clear();
    m_loose.clear();
    m_wire.reset();
    m_isClosing = false;
    m_context.drawingChanged();
}

ToolDrawing WireTool::drawing() const
{
    ToolDrawing drawing;
    for (const auto& line : m_lines)
        drawing.lines.push_back({line});
    if (!m_loose.empty())
        drawing.lines.push_back({m_loose, false, true});
    drawing.handles = m_anchors;
    return drawing;
}

} // namespace limn
