#include "ui/tools/brush_tool.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr double leastPressure = 0.15; // of the size

QString tr(const char* text)
{
    return QCoreApplication::translate("limn::BrushTool", text);
}

double acrossOf(const ToolContext& context, const ToolPoint& point)
{
    const double across = brushAcross(context);
    if (!context.settings.hasPressure || point.pressure >= 1)
        return across;
    return std::max<double>(smallestBrush, across * std::max(leastPressure, point.pressure));
}

} // namespace

Place brushPlace(Place place, double across, BrushTip tip)
{
    if (tip == BrushTip::Round && across > 1)
        return place;
    const bool isOdd = std::lround(across) % 2 == 1;
    const auto put = [isOdd](double value) {
        return isOdd ? std::floor(value) + 0.5 : std::floor(value + 0.5);
    };
    return {put(place.x), put(place.y)};
}

BrushTool::BrushTool(ToolContext& context, BrushKind kind)
    : m_context(context)
    , m_kind(kind)
{
}

Label BrushTool::valueFor(const ToolPoint& point) const
{
    if (m_kind == BrushKind::GiveBack)
        return untouched;
    const bool isErasing = (m_kind == BrushKind::Erase) != point.isFlipped;
    return isErasing ? background : m_context.session.currentLabel();
}

void BrushTool::press(const ToolPoint& point)
{
    const Session& session = m_context.session;
    if (m_isBusy || !session.isOpen())
        return;
    m_isBusy = true;
    m_slice = session.currentSlice();
    m_rules = m_context.settings.rules;
    if (m_kind == BrushKind::Threshold)
        takeRange(point);
    m_stroke.begin(session.volume()->size, valueFor(point));
    m_last = point;
    sweepTo(point);
}

// Around the value under the pointer; a range that is set as a rule is kept to as well.
void BrushTool::takeRange(const ToolPoint& point)
{
    const Session& session = m_context.session;
    const SlicePtr slice = session.volume()->slices[static_cast<std::size_t>(m_slice)];
    if (!slice)
        return;
    const Size size = slice->size;
    const int x = std::clamp(static_cast<int>(std::floor(point.x)), 0, size.width - 1);
    const int y = std::clamp(static_cast<int>(std::floor(point.y)), 0, size.height - 1);
    const double value = static_cast<double>(
        valueOf(*slice, static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)
                            + static_cast<std::size_t>(x)));
    const double reach = m_context.settings.tolerance / 100 * session.window().width;
    const double low = value - reach, high = value + reach;
    m_rules.lowest = m_rules.hasRange ? std::max(m_rules.lowest, low) : low;
    m_rules.highest = m_rules.hasRange ? std::min(m_rules.highest, high) : high;
    m_rules.hasRange = true;
}

void BrushTool::move(const ToolPoint& point)
{
    if (m_isBusy)
        sweepTo(point);
}

QString BrushTool::text() const
{
    if (m_kind == BrushKind::GiveBack)
        return tr("Give back to the model");
    if (m_stroke.value() == background)
        return tr("Erase");
    return m_kind == BrushKind::Threshold ? tr("Threshold brush") : tr("Brush");
}

void BrushTool::release(const ToolPoint& point)
{
    if (!m_isBusy)
        return;
    sweepTo(point);
    m_isBusy = false;
    const QString name = text();
    const Label value = m_stroke.value();
    auto edit = m_stroke.edit(m_context.session.human().slice(m_slice), m_slice);
    const Rect box = m_stroke.clear();
    if (edit)
        m_context.session.apply(name, {*std::move(edit)});
    else
        tellObstacle(m_context, paintLimits(m_context.session, m_rules, value));
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
    const BrushTip tip = m_context.settings.tip;
    const double across = acrossOf(m_context, point);
    const Place from = brushPlace(m_last.place(), across, tip);
    const Place to = brushPlace(point.place(), across, tip);
    m_last = point;
    const bool isSquare = tip == BrushTip::Square;
    const double whole = isSquare ? static_cast<double>(std::max(1L, std::lround(across))) : across;
    const Capsule capsule{from.x, from.y, to.x, to.y, whole / 2, isSquare};
    const Rect box =
        m_stroke.add(capsule, paintLimits(m_context.session, m_rules, m_stroke.value()));
    if (!box.isEmpty())
        m_context.strokeChanged(box);
}

} // namespace limn
