// Where everything of a figure lies, in hundredths of a millimetre.
#pragma once

#include "ui/figure/figure_plan.h"

#include <QRectF>

#include <vector>

namespace limn {

inline constexpr double figureUnitsPerMm = 100;

struct FigurePanel {
    FigureColumn column;
    int row = -1; // of the plan's rows; -1: as high as all of them
    QRectF box;
};

struct FigureLayout {
    QSizeF size;
    int fontUnits = 250; // height of the font
    std::vector<FigurePanel> panels; // column by column
    std::vector<QRectF> columnCaptions; // a column each; empty without captions
    std::vector<QRectF> rowCaptions; // at the left of the rows, for upright reading from the right
    QRectF legend; // of all colour bars; empty without any
};

// `snap`: edges of panels lie on its multiples (a pixel of what is drawn on; 1 for vectors). Error:
// BadArgument where the width leaves the panels less than 4 mm.
Result<FigureLayout> layoutOf(const FigurePlan& plan, double aspect, double snap);

} // namespace limn
