// A scale bar: a length that is a round number.
#pragma once

#include "model/data/volume.h"

#include <QString>

namespace limn {

struct ScaleBar {
    double length = 0; // in what `unitsPerPixel` counts
    QString words; // "20 mm", "20 mm at detector", "100 px"
};

// The longest of 1, 2, 5, 10, ... mm, or pixels where the spacing is not known, that is not longer
// than `longest`; `unitsPerPixel` is what a column of the picture is wide.
ScaleBar scaleBarOf(const Geometry& geometry, double unitsPerPixel, double longest);

} // namespace limn
