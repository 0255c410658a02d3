#include "ui/view/map_legend.h"

#include "ui/figure/colour_map.h"
#include "ui/view/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr int barHeight = 12, edge = 6;

QString numberText(DisplayScale scale, double value)
{
    if (scale == DisplayScale::Steps)
        return MapLegend::tr("step %1").arg(std::lround(value));
    if (scale == DisplayScale::Nats)
        return MapLegend::tr("%1 nats").arg(QLocale().toString(value, 'f', 1));
    const QString number = QLocale().toString(value, 'f', 2);
    return scale == DisplayScale::Difference && value > 0 ? QLatin1Char('+') + number : number;
}

} // namespace

MapLegend::MapLegend(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Scale of the display"));
}

void MapLegend::setDisplay(DisplayScale scale, ColourMap colours, ValueRange range)
{
    m_scale = scale;
    m_colours = colours;
    m_range = range;
    setVisible(scale != DisplayScale::Labels);
    update();
}

void MapLegend::setValue(std::optional<double> value)
{
    if (value == m_value)
        return;
    m_value = value;
    setAccessibleDescription(valueText());
    update();
}

QString MapLegend::valueText() const
{
    return m_value ? numberText(m_scale, *m_value) : QString();
}

double MapLegend::shareOf(double value) const
{
    const double width = m_range.high - m_range.low;
    return width > 0 ? std::clamp((value - m_range.low) / width, 0.0, 1.0) : 0;
}

void MapLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(measure::captionPx);
    painter.setFont(small);
    const int line = QFontMetrics(small).height();
    const QRectF bar(edge, line + 2, width() - 2 * edge, barHeight);
    if (m_scale == DisplayScale::Steps)
        return drawSteps(painter, bar);
    drawBar(painter, bar);
    painter.setPen(theme().muted);
    const QRectF words(0, bar.bottom() + 2, width(), line);
    painter.drawText(words, Qt::AlignLeft, numberText(m_scale, m_range.low));
    painter.drawText(words, Qt::AlignRight, numberText(m_scale, m_range.high));
    if (!m_value)
        return;
    const double x = bar.left() + shareOf(*m_value) * bar.width();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().text);
    painter.drawPolygon(
        QPolygonF({{x, bar.top() + 3}, {x - 5, bar.top() - 4}, {x + 5, bar.top() - 4}}));
    painter.setPen(theme().text);
    const double half = QFontMetrics(small).horizontalAdvance(valueText()) / 2.0 + 1;
    const double middle = std::clamp(x, half, std::max(half, width() - half));
    painter.drawText(QRectF(middle - half, -2, 2 * half, line), Qt::AlignCenter, valueText());
}

void MapLegend::drawBar(QPainter& painter, const QRectF& bar) const
{
    constexpr int stops = 16;
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (int i = 0; i <= stops; ++i) {
        const double share = double(i) / stops;
        const QRgb colour = m_scale == DisplayScale::Difference ? differenceColour(2 * share - 1)
                                                                : colourOf(m_colours, share);
        gradient.setColorAt(share, QColor::fromRgb(colour));
    }
    painter.setPen(theme().border);
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar, 3, 3);
}

// The number of each step under its patch, as far as there is room.
void MapLegend::drawSteps(QPainter& painter, const QRectF& bar) const
{
    const int count = std::max(static_cast<int>(m_range.high), 1);
    const double patch = bar.width() / count;
    const int each = static_cast<int>(std::ceil(18 / patch));
    for (int step = 1; step <= count; ++step) {
        const QRectF box(bar.left() + (step - 1) * patch, bar.top(), patch, bar.height());
        painter.fillRect(box, QColor::fromRgb(stepColour(step, count)));
        const bool isPointedAt = m_value && std::lround(*m_value) == step;
        painter.setPen(isPointedAt ? theme().text : theme().muted);
        if (isPointedAt) {
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box);
        }
        if (isPointedAt || (step - 1) % each == 0)
            painter.drawText(QRectF(box.center().x() - 20, bar.bottom() + 2, 40, 16),
                             Qt::AlignHCenter | Qt::AlignTop, QString::number(step));
    }
    painter.setPen(theme().muted);
    painter.drawText(QRectF(0, -2, width(), bar.top()), Qt::AlignLeft | Qt::AlignVCenter,
                     m_value ? tr("decided at step %1").arg(std::lround(*m_value))
                             : tr("early … late"));
}

} // namespace limn
