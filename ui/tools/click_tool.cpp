#include "ui/tools/click_tool.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr double radiusDip = 6;
constexpr double mostOfPicture = 1.0 / 64; // a cell or two of a model's grid

} // namespace

double clickRadius(Size picture, double scale)
{
    const double most = std::max(1.0, mostOfPicture * std::min(picture.width, picture.height));
    return std::clamp(radiusDip / scale, 0.5, most);
}

ClickTool::ClickTool(ToolContext& context)
    : m_context(context)
{
}

void ClickTool::press(const ToolPoint& point)
{
    const Session& session = m_context.session;
    const Size size = session.labels().size;
    const double x = std::floor(point.x), y = std::floor(point.y);
    if (m_isBusy || !session.isOpen() || x < 0 || y < 0 || x >= size.width || y >= size.height)
        return;
    m_isBusy = true;
    m_slice = session.currentSlice();
    m_place = point;
    m_stroke.begin(size, point.isFlipped ? background : session.currentLabel());
    // About the middle of the pixel, so that it is marked however small the disc is.
    const Capsule disc{x + 0.5, y + 0.5, x + 0.5, y + 0.5, clickRadius(size, m_context.scale())};
    m_context.strokeChanged(m_stroke.add(disc, paintLimits(session, {}, m_stroke.value())));
}

void ClickTool::release(const ToolPoint&)
{
    if (!m_isBusy)
        return;
    Session& session = m_context.session;
    const Label said = m_stroke.value();
    auto edit = m_stroke.edit(session.human().slice(m_slice), m_slice);
    cancel();
    if (edit)
        session.apply(said == background ? QCoreApplication::translate("Tools", "Negative click")
                                         : QCoreApplication::translate("Tools", "Click"),
                      {*std::move(edit)});
    else
        tellObstacle(m_context, paintLimits(session, {}, said));
    const int x = static_cast<int>(m_place.x), y = static_cast<int>(m_place.y);
    if (session.human().at(m_slice, x, y) == said)
        m_context.clicks.push_back({m_slice, x, y, said});
}

void ClickTool::cancel()
{
    if (!m_isBusy)
        return;
    m_isBusy = false;
    m_context.strokeChanged(m_stroke.clear());
}

} // namespace limn
