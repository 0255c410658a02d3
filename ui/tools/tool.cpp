#include "ui/tools/tool.h"

#include <QCoreApplication>

#include <algorithm>

namespace limn {

double brushAcross(const ToolContext& context)
{
    const ToolSettings& settings = context.settings;
    if (settings.sizeUnit == SizeUnit::Picture)
        return settings.brushSize;
    return std::clamp<double>(settings.brushSize / context.scale(), smallestBrush, largestBrush);
}

PaintLimits limitsOf(const ToolContext& context, Label value)
{
    return paintLimits(context.session, context.settings.rules, value);
}

void tellObstacle(const ToolContext& context, const PaintLimits& limits)
{
    const LabelRow* const row = context.session.labelTable().find(context.session.currentLabel());
    const QString name = row != nullptr ? QString::fromStdString(row->name) : QString();
    const auto tr = [](const char* text) { return QCoreApplication::translate("limn", text); };
    switch (limits.obstacle) {
    case PaintObstacle::None: return;
    case PaintObstacle::LockedLabel:
        return context.told(tr("“%1” is locked, so nothing was painted. Unlock it in the list of "
                               "labels.").arg(name));
    case PaintObstacle::NoProbability:
        return context.told(tr("The model gives “%1” no probability here, and the tool paints only "
                               "where there is one. Change where it paints.").arg(name));
    case PaintObstacle::NoPicture:
        return context.told(tr("This slice is still being read; the tool paints by its values."));
    }
}

void paintRegion(ToolContext& context, const PixelRegion& region, bool isErasing,
                 const QString& text)
{
    Session& session = context.session;
    if (!session.isOpen())
        return;
    StrokeMask mask;
    mask.begin(session.volume()->size, isErasing ? background : session.currentLabel());
    const PaintLimits limits = limitsOf(context, mask.value());
    mask.add(region, limits);
    if (auto edit = mask.edit(session.human().slice(session.currentSlice()),
                              session.currentSlice()))
        session.apply(text, {*std::move(edit)});
    else
        tellObstacle(context, limits);
}

} // namespace limn
