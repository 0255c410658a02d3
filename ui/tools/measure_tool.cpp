#include "ui/tools/measure_tool.h"

#include "ui/tools/corners.h"
#include "ui/tools/measures.h"

namespace limn {

MeasureTool::MeasureTool(ToolContext& context)
    : m_context(context)
{
}

std::size_t MeasureTool::needed() const
{
    return m_kind == MeasureKind::Length ? 2 : 3;
}

void MeasureTool::press(const ToolPoint& point)
{
    if (!m_context.session.isOpen())
        return;
    m_isPressed = true;
    m_pointer = point.place();
    const bool hasHandles = m_kind != MeasureKind::Area;
    m_held = m_isDone && hasHandles
        ? cornerAt(m_places, m_pointer, handleReachDip / m_context.scale())
        : -1;
    if (m_held >= 0)
        return;
    if (m_isDone || m_kind != m_context.settings.measure) {
        m_places.clear();
        m_isDone = false;
    }
    m_kind = m_context.settings.measure;
    m_places.push_back(m_pointer);
    if (m_kind == MeasureKind::Angle && m_places.size() == 1)
        m_places.push_back(m_pointer); // the first arm is drawn by a drag
    m_context.drawingChanged();
}

void MeasureTool::move(const ToolPoint& point)
{
    if (!m_isPressed)
        return;
    m_pointer = point.place();
    if (point.isStraight && !m_places.empty() && m_kind == MeasureKind::Length)
        m_pointer = straightened(m_places[m_held == 0 ? m_places.size() - 1 : 0], m_pointer);
    if (m_held >= 0)
        m_places[static_cast<std::size_t>(m_held)] = m_pointer;
    else if (m_kind == MeasureKind::Area)
        m_places.push_back(m_pointer);
    else if (m_kind == MeasureKind::Angle || m_places.size() == needed())
        m_places.back() = m_pointer;
    m_context.drawingChanged();
}

void MeasureTool::release(const ToolPoint& point)
{
    if (!m_isPressed)
        return;
    move(point);
    m_isPressed = false;
    if (m_held >= 0) {
        m_held = -1;
        return;
    }
    if (m_kind == MeasureKind::Length && m_places.size() < needed()
        && distance(m_places.front(), m_pointer) > 0)
        m_places.push_back(m_pointer);
    // A click, not a drag: the corner comes with the next one.
    const bool isClick = distance(m_places.front(), m_pointer) * m_context.scale() < 3;
    if (m_kind == MeasureKind::Angle && m_places.size() == 2 && isClick)
        m_places.pop_back();
    m_isDone = m_places.size() >= needed();
    if (m_kind == MeasureKind::Area && !m_isDone)
        m_places.clear();
    m_context.drawingChanged();
}

void MeasureTool::hover(const ToolPoint& point)
{
    m_pointer = point.place();
    if (!m_isDone && !m_places.empty())
        m_context.drawingChanged();
}

void MeasureTool::cancel()
{
    if (!isBusy())
        return;
    m_places.clear();
    m_isDone = m_isPressed = false;
    m_held = -1;
    m_context.drawingChanged();
}

ToolDrawing MeasureTool::drawing() const
{
    ToolDrawing drawing;
    if (m_places.empty())
        return drawing;
    const Geometry& geometry = m_context.session.volume()->geometry;
    std::vector<Place> places = m_places;
    if (!m_isDone && m_kind != MeasureKind::Area && places.size() < needed())
        places.push_back(m_pointer);
    drawing.lines.push_back({places, m_kind == MeasureKind::Area});
    if (m_kind != MeasureKind::Area)
        drawing.handles = places;
    if (places.size() < needed())
        return drawing;
    if (m_kind == MeasureKind::Length)
        drawing.notes.push_back({places[1], lengthWords(places[0], places[1], geometry)});
    else if (m_kind == MeasureKind::Angle)
        drawing.notes.push_back({places[1], angleWords(places[0], places[1], places[2], geometry)});
    else
        drawing.notes.push_back({places.back(), areaWords(places, geometry)});
    return drawing;
}

} // namespace limn
