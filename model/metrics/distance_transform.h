// Exact Euclidean distances on a grid with spacing.
#pragma once

#include "model/data/size.h"

#include <cstdint>
#include <span>
#include <vector>

namespace limn {

// A picture (sliceCount 1: two-dimensional in every rule) or a stack. Spacing in mm, or 1 = pixels.
struct Grid {
    Size size;
    int sliceCount = 1;
    double columnSpacing = 1; // between neighbouring columns
    double rowSpacing = 1;
    double sliceSpacing = 1;

    std::size_t count() const { return size.area() * static_cast<std::size_t>(sliceCount); }
};

// For every place the squared distance to the nearest place that is set (not 0); infinite when none
// is. Slice by slice, row by row. Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled
// Functions", Theory of Computing 8 (2012): linear time, no approximation.
std::vector<double> squaredDistances(std::span<const std::uint8_t> set, const Grid& grid);

} // namespace limn
