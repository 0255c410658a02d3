// The colour bars of a figure.
#pragma once

#include "ui/figure/figure_plan.h"

#include <QRectF>

class QPainter;

namespace limn {

// One bar a class (its colour as it lies on black, and on white), or one of a colour map; one more
// for entropy. Above six classes: patches with names.
void drawLegend(QPainter& painter, const QRectF& box, int fontUnits, const FigurePlan& plan,
                const FigureInput& input);

} // namespace limn
