// Regions, filters and outlines of a binary mask. OpenCV has them too, but its core brings Debian's
// BLAS into the process, whose sgemm_ takes the place of LibTorch's own: slower, and other bits.
#pragma once

#include "model/data/regions.h"

#include <cstdint>
#include <vector>

namespace limn {

struct BinaryMask {
    Size size;
    std::vector<std::uint8_t> values; // row by row, 1 inside, 0 outside
};

struct MaskRegion {
    std::size_t area = 0; // px
    bool touchesEdge = false; // of the picture
};

struct MaskRegions {
    std::vector<int> numbers; // a pixel each: of its region, or -1 outside
    std::vector<MaskRegion> regions;
};

MaskRegions regionsOf(const BinaryMask& mask, Neighbours neighbours);

// What most pixels of the square about a pixel are, `radius` to each side (2 * radius + 1 across);
// the picture's edge pixels go on outside.
BinaryMask medianOf(const BinaryMask& mask, int radius);

// Blurred by a Gaussian of these standard deviations (px), cut at one half; edges as above.
BinaryMask gaussianOf(const BinaryMask& mask, double sigmaX, double sigmaY);

// Every pixel whose centre lies in the convex hull of the mask's centres.
BinaryMask hullOf(const BinaryMask& mask);

} // namespace limn
