// The border of an instance along the edges of its pixels: exact, to the pixel.
#pragma once

#include "io/masks/instances.h"

namespace limn {

// A corner between pixels: (0, 0) is the picture's top left one.
struct Corner {
    int x = 0, y = 0;
    bool operator==(const Corner&) const = default;
};
using Ring = std::vector<Corner>; // closed, its first corner not repeated; every corner is a turn

struct Outline {
    std::vector<Ring> rings; // around pieces that are joined by edges, clockwise on the screen
    std::vector<Ring> holes; // anticlockwise
};

Outline outlineOf(const Instance& instance);

// All rings and holes as one closed line, joined by cuts of no width; fills to the same pixels by
// the even-odd rule.
Ring joined(const Outline& outline);

} // namespace limn
