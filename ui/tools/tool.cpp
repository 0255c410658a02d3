#include "ui/tools/tool.h"

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

void paintRegion(ToolContext& context, const PixelRegion& region, bool isErasing,
                 const QString& text)
{
    Session& session = context.session;
    if (!session.isOpen())
        return;
    StrokeMask mask;
    mask.begin(session.volume()->size, isErasing ? background : session.currentLabel());
    mask.add(region, limitsOf(context, mask.value()));
    if (auto edit = mask.edit(session.human().slice(session.currentSlice()),
                              session.currentSlice()))
        session.apply(text, {*std::move(edit)});
}

} // namespace limn
