#include "ui/tools/shape_tool.h"

#include "ui/tools/measures.h"

#include <QCoreApplication>

#include <algorithm>
#include <numbers>

namespace limn {

ShapeTool::ShapeTool(ToolContext& context)
    : m_context(context)
{
}

void ShapeTool::press(const ToolPoint& point)
{
    if (m_isBusy || !m_context.session.isOpen())
        return;
    m_isBusy = true;
    m_isErasing = point.isFlipped;
    m_from = m_to = point.place();
    m_context.drawingChanged();
}

void ShapeTool::move(const ToolPoint& point)
{
    if (!m_isBusy)
        return;
    m_to = point.place();
    if (point.isStraight) {
        const double side = std::max(std::abs(m_to.x - m_from.x), std::abs(m_to.y - m_from.y));
        m_to = {m_from.x + std::copysign(side, m_to.x - m_from.x),
                m_from.y + std::copysign(side, m_to.y - m_from.y)};
    }
    m_context.drawingChanged();
}

void ShapeTool::release(const ToolPoint& point)
{
    if (!m_isBusy)
        return;
    move(point);
    m_isBusy = false;
    m_context.drawingChanged();
    const Size size = m_context.session.volume()->size;
    paintRegion(m_context,
                isEllipse() ? ellipseRegion(m_from, m_to, size) : rectangleRegion(m_from, m_to, size),
                m_isErasing,
                isEllipse() ? QCoreApplication::translate("Tools", "Ellipse")
                            : QCoreApplication::translate("Tools", "Rectangle"));
}

void ShapeTool::cancel()
{
    if (!m_isBusy)
        return;
    m_isBusy = false;
    m_context.drawingChanged();
}

ToolDrawing ShapeTool::drawing() const
{
    constexpr int sides = 72; // of the ellipse's outline
    ToolDrawing drawing;
    if (!m_isBusy)
        return drawing;
    ToolLine line{{}, true};
    if (isEllipse())
        for (int i = 0; i < sides; ++i) {
            const double angle = 2 * std::numbers::pi * i / sides;
            line.places.push_back(
                {(m_from.x + m_to.x) / 2 + std::abs(m_to.x - m_from.x) / 2 * std::cos(angle),
                 (m_from.y + m_to.y) / 2 + std::abs(m_to.y - m_from.y) / 2 * std::sin(angle)});
        }
    else
        line.places = {m_from, {m_to.x, m_from.y}, m_to, {m_from.x, m_to.y}};
    drawing.lines.push_back(std::move(line));
    drawing.notes.push_back({m_to, boxWords(m_from, m_to, m_context.session.volume()->geometry)});
    return drawing;
}

} // namespace limn
