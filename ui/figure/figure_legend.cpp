#include "ui/figure/figure_legend.h"

#include "ui/figure/colour_map.h"
#include "ui/figure/figure_theme.h"
#include "ui/figure/panel_drawing.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <optional>

namespace limn {
namespace {

constexpr int mostBars = 6;
constexpr double barWidth = 300, tick = 60;

QString tr(const char* text)
{
    return QCoreApplication::translate("limn", text);
}

// A scale from 0 at the bottom to 1 at the top.
struct Bar {
    QString name;
    QColor hue; // of a label; not valid: a colour map
    double opacity = 1;
    std::optional<ColourMap> map;
    bool isEntropy = false;
    bool hasThreshold = false;
};

QString nameOfClass(const FigureInput& input, int classIndex)
{
    if (classIndex == 0)
        return tr("background");
    const LabelRow* const row = input.table.find(static_cast<Label>(classIndex));
    return row ? QString::fromStdString(row->name) : tr("class %1").arg(classIndex);
}

std::vector<Bar> barsOf(const FigurePlan& plan, const FigureInput& input)
{
    const auto isEntropy = [](FigureMap map) { return map == FigureMap::Entropy; };
    const bool hasSteps = std::ranges::any_of(plan.columns, [](const FigureColumn& column) {
        return column.kind == FigureColumn::Kind::Step;
    });
    const bool hasValues = !hasSteps || !std::ranges::all_of(plan.rows, isEntropy);
    const bool hasThreshold = input.table.rows.size() == 1;
    std::vector<Bar> bars;
    if (hasSteps && hasValues && plan.style.colours == FigureColours::Values)
        bars.push_back({nameOfClass(input, plan.style.classIndex),
                        {},
                        1,
                        plan.style.valueColours,
                        false,
                        hasThreshold && plan.style.classIndex == 1});
    else if (hasValues)
        for (const LabelRow& row : input.table.rows)
            if (row.isVisible && row.opacity > 0)
                bars.push_back({QString::fromStdString(row.name),
                                QColor(row.colour.red, row.colour.green, row.colour.blue),
                                row.opacity * plan.style.opacity, std::nullopt, false,
                                hasThreshold});
    if (hasSteps && std::ranges::any_of(plan.rows, isEntropy))
        bars.push_back({tr("entropy"), {}, 1, plan.style.doubtColours, true});
    return bars;
}

void fillMap(QPainter& painter, const QRectF& box, const Bar& bar)
{
    QLinearGradient gradient(box.bottomLeft(), box.topLeft());
    for (int i = 0; i <= 16; ++i)
        gradient.setColorAt(i / 16.0, QColor::fromRgb(colourOf(*bar.map, i / 16.0)));
    painter.fillRect(box, gradient);
}

void fillHue(QPainter& painter, const QRectF& box, const Bar& bar)
{
    QRectF half(box.topLeft(), QSizeF(box.width() / 2, box.height()));
    for (const QColor& under : {on_paper::dark, on_paper::bright}) {
        const auto mixed = [&](double p) {
            const double alpha = p * bar.opacity;
            const auto channel = [alpha](int over, int below) {
                return static_cast<int>(over * alpha + below * (1 - alpha) + 0.5);
            };
            return QColor(channel(bar.hue.red(), under.red()),
                          channel(bar.hue.green(), under.green()),
                          channel(bar.hue.blue(), under.blue()));
        };
        QLinearGradient gradient(half.bottomLeft(), half.topLeft());
        gradient.setColorAt(0, mixed(0));
        gradient.setColorAt(1, mixed(1));
        painter.fillRect(half, gradient);
        half.translate(half.width(), 0);
    }
}

void drawBar(QPainter& painter, const QRectF& place, int fontUnits, const Bar& bar,
             double threshold)
{
    const double half = fontUnits * 0.5;
    const QRectF box(place.left(), place.top() + half, barWidth, place.height() - 2 * half);
    bar.map ? fillMap(painter, box, bar) : fillHue(painter, box, bar);
    painter.setPen(QPen(on_paper::frame, 15));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    const auto mark = [&](double value, const QString& words) {
        const double y = box.bottom() - value * box.height();
        painter.setPen(QPen(on_paper::frame, 15));
        painter.drawLine(QPointF(box.right(), y), QPointF(box.right() + tick, y));
        painter.setPen(on_paper::text);
        painter.drawText(QPointF(box.right() + tick + 40, y + 0.36 * fontUnits), words);
    };
    const double spacing = 1.3 * fontUnits / box.height(); // of two numbers
    mark(0, QStringLiteral("0"));
    mark(1, QStringLiteral("1"));
    const double middle = bar.hasThreshold ? threshold : 0.5;
    if (middle > spacing && middle < 1 - spacing)
        mark(middle, QLocale().toString(middle, 'f', bar.hasThreshold ? 2 : 1));
    painter.save();
    painter.translate(place.right() - 1.25 * fontUnits, place.bottom());
    painter.rotate(-90);
    drawFittingWords(painter, QRectF(0, 0, place.height(), 1.25 * fontUnits),
                     {bar.isEntropy ? bar.name : tr("p (%1)").arg(bar.name), bar.name});
    painter.restore();
}

void drawPatches(QPainter& painter, const QRectF& box, int fontUnits, const std::vector<Bar>& bars)
{
    const double line = 1.5 * fontUnits;
    double y = box.top();
    const QFontMetricsF metrics(painter.font());
    for (const Bar& bar : bars) {
        if (y + line > box.bottom() + 1)
            return;
        const QRectF patch(box.left(), y + 0.2 * fontUnits, fontUnits, fontUnits);
        painter.fillRect(patch, bar.map ? QColor::fromRgb(colourOf(*bar.map, 0.75)) : bar.hue);
        painter.setPen(on_paper::text);
        painter.drawText(
            QPointF(patch.right() + 50, patch.bottom() - 0.15 * fontUnits),
            metrics.elidedText(bar.name, Qt::ElideRight, box.right() - patch.right() - 50));
        y += line;
    }
}

} // namespace

void drawLegend(QPainter& painter, const QRectF& box, int fontUnits, const FigurePlan& plan,
                const FigureInput& input)
{
    const std::vector<Bar> bars = barsOf(plan, input);
    const double gap = fontUnits;
    const auto count = static_cast<double>(bars.size());
    const double height = (box.height() - gap * (count - 1)) / std::max(count, 1.0);
    if (bars.size() > mostBars || height < 4 * fontUnits)
        return drawPatches(painter, box, fontUnits, bars);
    double y = box.top();
    for (const Bar& bar : bars) {
        drawBar(painter, {box.left(), y, box.width(), height}, fontUnits, bar, input.threshold);
        y += height + gap;
    }
}

} // namespace limn
