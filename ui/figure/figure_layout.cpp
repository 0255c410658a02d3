#include "ui/figure/figure_layout.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr double margin = 100, gap = 100, legendWidth = 1050;
constexpr double unitsPerPoint = 2540.0 / 72;
constexpr double leastPanel = 400;

bool isOfStep(const FigureColumn& column)
{
    return column.kind == FigureColumn::Kind::Step;
}

QRectF snapped(QRectF box, double snap)
{
    const auto to = [snap](double value) { return std::round(value / snap) * snap; };
    return {QPointF(to(box.left()), to(box.top())), QPointF(to(box.right()), to(box.bottom()))};
}

} // namespace

Result<FigureLayout> layoutOf(const FigurePlan& plan, double aspect, double snap)
{
    const auto stepColumns = std::ranges::count_if(plan.columns, isOfStep);
    const auto wholeColumns =
        static_cast<double>(plan.columns.size()) - static_cast<double>(stepColumns);
    const int rows = stepColumns > 0 ? static_cast<int>(plan.rows.size()) : 1;
    FigureLayout layout;
    layout.fontUnits = static_cast<int>(std::lround(plan.fontPt * unitsPerPoint));
    const double line = 1.45 * layout.fontUnits;
    const bool hasCaptions = plan.style.hasCaptions;
    const double rowCaption = hasCaptions && stepColumns > 0 ? line : 0;
    const bool hasLegend = plan.style.hasColourBar;
    const double legend = hasLegend ? legendWidth + 2.4 * layout.fontUnits : 0;

    // The height of a row follows from the width: every column is `aspect` times as wide as high.
    const double width = plan.widthMm * figureUnitsPerMm;
    const double spread = width - 2 * margin - rowCaption - (hasLegend ? legend + gap : 0)
        - gap * (static_cast<double>(plan.columns.size()) - 1)
        - wholeColumns * aspect * gap * (rows - 1);
    const double height =
        spread / (aspect * (static_cast<double>(stepColumns) + wholeColumns * rows));
    if (!(std::min(height, height * aspect) >= leastPanel))
        return fail(ErrorCode::BadArgument, "--width",
                    "too narrow for so many columns: a panel would be less than 4 mm");

    const double top = margin + (hasCaptions ? line : 0);
    const double all = rows * height + (rows - 1) * gap;
    double x = margin;
    bool hasRowCaptions = rowCaption == 0;
    for (const FigureColumn& column : plan.columns) {
        if (isOfStep(column) && !hasRowCaptions) {
            for (int row = 0; row < rows; ++row)
                layout.rowCaptions.push_back({x, top + row * (height + gap), line, height});
            x += rowCaption;
            hasRowCaptions = true;
        }
        const double panelHeight = isOfStep(column) ? height : all;
        for (int row = 0; row < (isOfStep(column) ? rows : 1); ++row)
            layout.panels.push_back(
                {column, isOfStep(column) ? row : -1,
                 snapped({x, top + row * (height + gap), panelHeight * aspect, panelHeight},
                         snap)});
        if (hasCaptions)
            layout.columnCaptions.push_back({x, margin, panelHeight * aspect, line});
        x += panelHeight * aspect + gap;
    }
    if (hasLegend)
        layout.legend = QRectF(x, top, legend, all);
    layout.size = QSizeF(width, std::ceil((top + all + margin) / snap) * snap);
    return layout;
}

} // namespace limn
