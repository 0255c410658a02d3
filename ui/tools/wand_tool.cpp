#include "ui/tools/wand_tool.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace limn {
namespace {

constexpr double dipForTwice = 60; // a drag this long doubles the tolerance
constexpr double least = 0.1, most = 100; // per cent

} // namespace

WandTool::WandTool(ToolContext& context)
    : m_context(context)
{
}

double WandTool::tolerance() const
{
    return m_share / 100 * m_context.session.window().width;
}

void WandTool::press(const ToolPoint& point)
{
    const Session& session = m_context.session;
    if (m_isBusy || !session.isOpen())
        return;
    m_index = session.currentSlice();
    m_slice = session.volume()->slices[static_cast<std::size_t>(m_index)];
    const Size size = session.labels().size;
    const bool isInside =
        point.x >= 0 && point.y >= 0 && point.x < size.width && point.y < size.height;
    if (!m_slice || !isInside)
        return;
    m_isBusy = true;
    m_isErasing = point.isFlipped;
    m_seed = m_pointer = point.place();
    m_share = m_shareBefore = m_context.settings.tolerance;
    grow();
}

void WandTool::grow()
{
    const PixelRegion region =
        similarRegion(*m_slice, static_cast<int>(m_seed.x), static_cast<int>(m_seed.y),
                      static_cast<float>(tolerance()));
    const Rect before = m_stroke.clear();
    m_stroke.begin(m_slice->size, m_isErasing ? background : m_context.session.currentLabel());
    m_context.strokeChanged(
        united(before, m_stroke.add(region, limitsOf(m_context, m_stroke.value()))));
    m_context.drawingChanged();
}

void WandTool::move(const ToolPoint& point)
{
    if (!m_isBusy)
        return;
    m_pointer = point.place();
    const double dip = (point.x - m_seed.x) * m_context.scale();
    const double share = std::clamp(m_shareBefore * std::exp2(dip / dipForTwice), least, most);
    if (share == m_share)
        return;
    m_share = share;
    grow();
}

void WandTool::release(const ToolPoint& point)
{
    if (!m_isBusy)
        return;
    move(point);
    Session& session = m_context.session;
    auto edit = m_stroke.edit(session.human().slice(m_index), m_index);
    const double share = m_share;
    const Label value = m_stroke.value();
    cancel();
    if (edit)
        session.apply(QCoreApplication::translate("Tools", "Wand"), {*std::move(edit)});
    else
        tellObstacle(m_context, limitsOf(m_context, value));
    m_context.settings.tolerance = share;
    m_context.settingsChanged();
}

void WandTool::cancel()
{
    if (!m_isBusy)
        return;
    m_isBusy = false;
    m_slice.reset();
    m_context.strokeChanged(m_stroke.clear());
    m_context.drawingChanged();
}

ToolDrawing WandTool::drawing() const
{
    ToolDrawing drawing;
    if (!m_isBusy)
        return drawing;
    const double reach = tolerance();
    drawing.notes.push_back(
        {m_pointer,
         QCoreApplication::translate("Tools", "± %1").arg(QLocale().toString(reach, 'g', 3))});
    return drawing;
}

} // namespace limn
