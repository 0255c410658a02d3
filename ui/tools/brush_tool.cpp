#include "ui/tools/brush_tool.h"

#include <QCoreApplication>

#include <cmath>

namespace limn {
namespace {

// A brush of one pixel paints the pixel under the pointer, wherever in it the pointer is.
ToolPoint placed(ToolPoint point, int brushSize)
{
    if (brushSize == 1) {
        point.x = std::floor(point.x) + 0.5;
        point.y = std::floor(point.y) + 0.5;
    }
    return point;
}

} // namespace

StrokeMask::LockedLabels lockedLabels(const Session& session)
{
    StrokeMask::LockedLabels locked{};
    for (int label = 0; label < 256; ++label)
        locked[static_cast<std::size_t>(label)] = session.isLocked(static_cast<Label>(label));
    return locked;
}

BrushTool::BrushTool(ToolContext& context, BrushKind kind)
    : m_context(context)
    , m_kind(kind)
{
}

void BrushTool::press(const ToolPoint& point)
{
    const Session& session = m_context.session;
    if (m_isBusy || !session.isOpen())
        return;
    m_isBusy = true;
    m_isErasing = (m_kind == BrushKind::Erase) != point.isFlipped;
    m_slice = session.currentSlice();
    m_stroke.begin(session.volume()->size, m_isErasing ? background : session.currentLabel(),
                   lockedLabels(session));
    m_last = placed(point, m_context.brushSize);
    sweepTo(point);
}

void BrushTool::move(const ToolPoint& point)
{
    if (m_isBusy)
        sweepTo(point);
}

void BrushTool::release(const ToolPoint& point)
{
    if (!m_isBusy)
        return;
    sweepTo(point);
    m_isBusy = false;
    auto edit = m_stroke.edit(m_context.session.human().slice(m_slice), m_slice);
    const Rect box = m_stroke.clear();
    if (edit) {
        const QString text = m_isErasing ? QCoreApplication::translate("Tools", "Erase")
                                         : QCoreApplication::translate("Tools", "Brush");
        m_context.session.apply(text, {*std::move(edit)});
    }
    m_context.strokeChanged(box);
}

void BrushTool::cancel()
{
    if (!m_isBusy)
        return;
    m_isBusy = false;
    m_context.strokeChanged(m_stroke.clear());
}

void BrushTool::sweepTo(const ToolPoint& point)
{
    const ToolPoint here = placed(point, m_context.brushSize);
    const Capsule capsule{m_last.x, m_last.y, here.x, here.y, m_context.brushSize / 2.0};
    m_last = here;
    const Rect box = m_stroke.add(capsule, m_context.session.labels().slice(m_slice));
    if (!box.isEmpty())
        m_context.strokeChanged(box);
}

} // namespace limn
