// The clicks on the canvas: a plus where a label was said, a minus where it was denied.
#pragma once

#include "ui/tools/tool.h"
#include "ui/view/view_transform.h"

#include <QPainter>

#include <span>

namespace limn {

// How far a mark reaches around its pixel, in device-independent pixels.
inline constexpr double clickMarkReach = 10;

// Those of the current slice whose pixel still has what the click said.
void drawClickMarks(QPainter& painter, const ViewTransform& view, const Session& session,
                    std::span<const ClickMark> clicks);

} // namespace limn
