#include "ui/view/tool_memory.h"

#include "ui/tools/tool.h"

#include <QSettings>

#include <algorithm>

namespace limn {
namespace {

template <typename Choice> Choice choiceOf(const QVariant& value, Choice last)
{
    return static_cast<Choice>(std::clamp(value.toInt(), 0, static_cast<int>(last)));
}

} // namespace

ToolSettings keptToolSettings()
{
    QSettings kept;
    kept.beginGroup(QStringLiteral("tools"));
    ToolSettings settings;
    settings.brushSize = std::clamp(
        kept.value(QStringLiteral("brush"), settings.brushSize).toInt(), smallestBrush, largestBrush);
    settings.sizeUnit = choiceOf(kept.value(QStringLiteral("unit")), SizeUnit::Screen);
    settings.tip = choiceOf(kept.value(QStringLiteral("tip")), BrushTip::Square);
    settings.hasPressure = kept.value(QStringLiteral("pressure"), true).toBool();
    settings.shape = choiceOf(kept.value(QStringLiteral("shape")), ShapeKind::Ellipse);
    settings.reach = choiceOf(kept.value(QStringLiteral("reach")), FillReach::Everywhere);
    settings.measure = choiceOf(kept.value(QStringLiteral("measure")), MeasureKind::Area);
    settings.tolerance = std::clamp(
        kept.value(QStringLiteral("tolerance"), settings.tolerance).toDouble(), 0.1, 100.0);
    settings.rules.leastProbability = std::clamp(
        kept.value(QStringLiteral("leastProbability"), 0.5).toDouble(), 0.0, 1.0);
    return settings;
}

void keepToolSettings(const ToolSettings& settings)
{
    QSettings kept;
    kept.beginGroup(QStringLiteral("tools"));
    kept.setValue(QStringLiteral("brush"), settings.brushSize);
    kept.setValue(QStringLiteral("unit"), static_cast<int>(settings.sizeUnit));
    kept.setValue(QStringLiteral("tip"), static_cast<int>(settings.tip));
    kept.setValue(QStringLiteral("pressure"), settings.hasPressure);
    kept.setValue(QStringLiteral("shape"), static_cast<int>(settings.shape));
    kept.setValue(QStringLiteral("reach"), static_cast<int>(settings.reach));
    kept.setValue(QStringLiteral("measure"), static_cast<int>(settings.measure));
    kept.setValue(QStringLiteral("tolerance"), settings.tolerance);
    kept.setValue(QStringLiteral("leastProbability"), settings.rules.leastProbability);
}

} // namespace limn
