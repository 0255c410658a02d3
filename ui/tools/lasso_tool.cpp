#include "ui/tools/lasso_tool.h"

#include <QCoreApplication>

#include <utility>

namespace limn {
namespace {

constexpr double leastStepDip = 1; // between two places of the outline

} // namespace

LassoTool::LassoTool(ToolContext& context)
    : m_context(context)
{
}

void LassoTool::press(const ToolPoint& point)
{
    if (isBusy() || !m_context.session.isOpen())
        return;
    m_isErasing = point.isFlipped;
    m_outline = {point.place()};
    m_context.drawingChanged();
}

void LassoTool::move(const ToolPoint& point)
{
    if (!isBusy() || distance(m_outline.back(), point.place()) < leastStepDip / m_context.scale())
        return;
    m_outline.push_back(point.place());
    m_context.drawingChanged();
}

void LassoTool::release(const ToolPoint& point)
{
    if (!isBusy())
        return;
    move(point);
    const auto outline = std::exchange(m_outline, {});
    m_context.drawingChanged();
    paintRegion(m_context, polygonRegion(outline, m_context.session.volume()->size), m_isErasing,
                QCoreApplication::translate("Tools", "Lasso"));
}

void LassoTool::cancel()
{
    if (!isBusy())
        return;
    m_outline.clear();
    m_context.drawingChanged();
}

ToolDrawing LassoTool::drawing() const
{
    ToolDrawing drawing;
    if (!isBusy())
        return drawing;
    drawing.lines.push_back({m_outline});
    drawing.lines.push_back({{m_outline.back(), m_outline.front()}, false, true});
    return drawing;
}

} // namespace limn
