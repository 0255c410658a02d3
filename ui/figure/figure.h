// A figure for a paper: the picture, steps of a run, the mask; with captions, contour, colour bar
// and scale bar.
#pragma once

#include "ui/figure/figure_plan.h"

#include <QByteArray>
#include <QImage>

#include <stop_token>

namespace limn {

// With the plan's dots a millimetre. Errors: those of checked(), OutOfMemory, Cancelled.
Result<QImage> figureImage(const FigureInput& input, const FigurePlan& plan, std::stop_token stop);

// Text is text, contours are paths, pictures are PNG at the plan's dpi. Errors: the same.
Result<QByteArray> figureSvg(const FigureInput& input, const FigurePlan& plan,
                             std::stop_token stop);

} // namespace limn
