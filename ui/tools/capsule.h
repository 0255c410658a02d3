// The area that a brush sweeps between two events: all points within a radius of a segment, by
// Euclid (a round tip) or along the axes (a square one).
#pragma once

#include "model/data/size.h"

namespace limn {

// In pixels of the picture; the centre of pixel (0, 0) is (0.5, 0.5).
struct Capsule {
    double x1 = 0, y1 = 0;
    double x2 = 0, y2 = 0;
    double radius = 0.5; // half the side of a square tip
    bool isSquare = false;
};

// Pixels of one row: first <= x <= last; none when last < first.
struct Span {
    int first = 0;
    int last = -1;
};

// Whether a point lies within the radius of the segment, the rim included.
bool covers(const Capsule& capsule, double x, double y);

// The pixels of a row whose centres are covered (one run: the area is convex).
Span coveredSpan(const Capsule& capsule, int row);

// A box that holds every covered pixel centre; may be empty, may reach outside the picture.
Rect boxOf(const Capsule& capsule);

} // namespace limn
