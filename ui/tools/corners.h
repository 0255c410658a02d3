// The corners of an outline that is being drawn, and how one is found under the pointer.
#pragma once

#include "ui/tools/tool_drawing.h"

#include <span>

namespace limn {

// The corner within a reach of a place (the nearest one), or -1.
int cornerAt(std::span<const Place> corners, Place place, double reach);

// The side (from corner i to i + 1, the last not joined to the first) within a reach of a place, or
// -1.
int sideAt(std::span<const Place> corners, Place place, double reach);

// `to`, moved so that it lies from `from` in a direction that is a multiple of 45 degrees.
Place straightened(Place from, Place to);

inline constexpr double handleReachDip = 9; // how far from a corner it is taken

} // namespace limn
