// Resizing of maps.
#pragma once

#include "model/data/size.h"

#include <span>
#include <vector>

namespace limn {

// One map (row by row) on another grid over the same rectangle: bilinear between pixel centres, the
// outer half pixel repeating the edge. The same size gives the same values.
std::vector<float> resizedBilinear(std::span<const float> values, Size from, Size to);

} // namespace limn
