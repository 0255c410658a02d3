// The pictures of an animation: a frame a step, then the mask.
#pragma once

#include "ui/figure/figure_plan.h"

#include <QImage>

#include <functional>
#include <stop_token>

namespace limn {

// All of one size, with even sides, as video wants it. Errors: those of checked(), OutOfMemory,
// Cancelled.
Result<std::vector<QImage>>
filmFrames(const FigureInput& input, const FilmPlan& plan, std::stop_token stop,
           const std::function<void(int done, int total)>& progress = {});

} // namespace limn
