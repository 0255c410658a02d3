// How a picture's pixels are stretched on the screen where rows and columns are spaced differently.
#pragma once

#include "model/data/volume.h"
#include "ui/view/view_transform.h"

#include <algorithm>
#include <cmath>

namespace limn {

inline void setStretch(ViewTransform& view, const Volume& volume)
{
    const double column = volume.geometry.columnSpacingMm, row = volume.geometry.rowSpacingMm;
    const double smaller = std::min(column, row);
    const bool isKnown = smaller > 0 && std::isfinite(column) && std::isfinite(row);
    view.setPicture(volume.size, isKnown ? column / smaller : 1, isKnown ? row / smaller : 1);
}

} // namespace limn
