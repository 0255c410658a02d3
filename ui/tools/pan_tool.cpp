#include "ui/tools/pan_tool.h"

namespace limn {

PanTool::PanTool(ToolContext& context)
    : m_context(context)
{
}

void PanTool::press(const ToolPoint& point)
{
    m_isBusy = true;
    m_held = point;
}

void PanTool::move(const ToolPoint& point)
{
    if (m_isBusy)
        m_context.panBy(point.x - m_held.x, point.y - m_held.y);
}

void PanTool::release(const ToolPoint& point)
{
    move(point);
    m_isBusy = false;
}

} // namespace limn
