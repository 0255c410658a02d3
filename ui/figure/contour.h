// The border of a mask as closed lines between pixels, for drawings that have no pixels.
#pragma once

#include "model/data/label_table.h"
#include "model/data/size.h"

#include <QPainterPath>

#include <span>

namespace limn {

// Around every pixel of `label`; in pixels of the picture, along their edges. A hole has a line of
// its own; pixels that touch at a corner alone do not belong together.
QPainterPath contourOf(std::span<const Label> labels, Size size, Label label);

} // namespace limn
