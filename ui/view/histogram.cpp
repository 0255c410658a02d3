#include "ui/view/histogram.h"

#include "ui/view/display_range.h"
#include "ui/view/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr int bins = 140;
constexpr double reachPx = 7;

} // namespace

Histogram::Histogram(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    setAccessibleName(tr("Histogram"));
    setAccessibleDescription(tr("The display window over it; width and level are typed below."));
    setToolTip(tr("Drag an edge of the window, or all of it."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto again = [this] {
        if (isVisible())
            count();
    };
    for (const auto signal : {&Session::opened, &Session::sliceChanged})
        connect(&session, signal, this, again);
    connect(&session, &Session::windowChanged, this, [this] { update(); });
}

void Histogram::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    count();
}

void Histogram::count()
{
    constexpr std::size_t enough = 200'000;
    m_bins.assign(bins, 0);
    update();
    if (!m_session.isOpen())
        return;
    const auto slice = m_session.volume()->slices[static_cast<std::size_t>(m_session.currentSlice())];
    if (!slice)
        return;
    const DisplayWindow all = fullWindow(*slice);
    m_low = all.level - all.width / 2;
    m_high = all.level + all.width / 2;
    const std::size_t stride = slice->values.size() / enough + 1;
    for (std::size_t i = 0; i < slice->values.size(); i += stride) {
        const float value = slice->values[i];
        if (!std::isfinite(value) || value == slice->padding)
            continue;
        const double share = (static_cast<double>(value) - m_low) / (m_high - m_low);
        ++m_bins[static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * (bins - 1))];
    }
}

double Histogram::valueAt(double x) const
{
    return m_low + x / width() * (m_high - m_low);
}

double Histogram::placeOf(double value) const
{
    return (value - m_low) / (m_high - m_low) * width();
}

void Histogram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().border);
    painter.setBrush(theme().window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (m_bins.empty())
        return;
    const DisplayWindow window = m_session.window();
    const double low = placeOf(window.level - window.width / 2);
    const double high = placeOf(window.level + window.width / 2);
    QColor shade = theme().accentFill;
    shade.setAlphaF(0.25F);
    painter.fillRect(QRectF(QPointF(std::clamp(low, 0.0, width() * 1.0), 1),
                            QPointF(std::clamp(high, 0.0, width() * 1.0), height() - 1.0)),
                     shade);
    // Counts differ by orders of magnitude: the square root shows the small ones, too.
    const double most = std::sqrt(std::max(1, *std::ranges::max_element(m_bins)));
    const double step = width() / static_cast<double>(bins);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().muted);
    for (int i = 0; i < bins; ++i) {
        const double tall =
            std::sqrt(m_bins[static_cast<std::size_t>(i)]) / most * (height() - 8);
        painter.drawRect(QRectF(i * step, height() - 2 - tall, step, tall));
    }
    painter.setPen(QPen(theme().accent, 2));
    for (const double edge : {low, high})
        painter.drawLine(QPointF(edge, 2), QPointF(edge, height() - 2));
}

void Histogram::mousePressEvent(QMouseEvent* event)
{
    const DisplayWindow window = m_session.window();
    const double low = placeOf(window.level - window.width / 2);
    const double high = placeOf(window.level + window.width / 2);
    const double x = event->position().x();
    m_held = std::abs(x - low) < reachPx ? Edge::Low : std::abs(x - high) < reachPx ? Edge::High
                                                                                    : Edge::Both;
    m_lastValue = valueAt(x);
}

void Histogram::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || !m_session.isOpen())
        return;
    DisplayWindow window = m_session.window();
    double low = window.level - window.width / 2, high = window.level + window.width / 2;
    const double value = valueAt(event->position().x());
    const double least = (m_high - m_low) / 1000;
    if (m_held != Edge::High)
        low += value - m_lastValue;
    if (m_held != Edge::Low)
        high += value - m_lastValue;
    m_lastValue = value;
    if (high - low < least)
        return;
    m_session.setWindow({(low + high) / 2, high - low, {}});
}

} // namespace limn
