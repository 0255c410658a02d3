// How far the chains of one run agree on each object of a mask.
#pragma once

#include "model/data/step.h"

#include <span>
#include <vector>

namespace limn {

struct ObjectSpread {
    Label label = 1;
    Rect box; // pixels of the picture, around the object
    double area = 0; // of the object in the mask, pixels of the picture
    double meanArea = 0; // over the chains
    double deviation = 0; // of the areas: sample standard deviation
    double dice = 0; // mean over the pairs of chains; NaN where none has the object
};

// The objects are the connected regions (by edges) of each label of `labels` (a slice of `size`),
// the largest first. A chain's part of an object is what has its label there and touches it, by
// regions of the chain; where a region touches several objects of that label, each pixel goes to
// the nearest one. Counted on the grid of the chains: objects that no cell's centre lies in are
// left out, and areas are whole cells.
std::vector<ObjectSpread> objectSpread(std::span<const Label> labels, Size size,
                                       const Spread& spread);

} // namespace limn
