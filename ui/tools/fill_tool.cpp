#include "ui/tools/fill_tool.h"

#include <QCoreApplication>

namespace limn {

FillTool::FillTool(ToolContext& context)
    : m_context(context)
{
}

void FillTool::press(const ToolPoint& point)
{
    m_isBusy = m_context.session.isOpen();
    m_isErasing = point.isFlipped;
}

void FillTool::release(const ToolPoint& point)
{
    if (!m_isBusy)
        return;
    m_isBusy = false;
    const Session& session = m_context.session;
    const PixelRegion region = labelRegion(
        session.labels().slice(session.currentSlice()), session.labels().size,
        static_cast<int>(std::floor(point.x)), static_cast<int>(std::floor(point.y)),
        m_context.settings.reach == FillReach::Connected);
    paintRegion(m_context, region, m_isErasing, QCoreApplication::translate("Tools", "Fill"));
}

} // namespace limn
