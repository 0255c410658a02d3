// A place in the picture, between its pixels: pixel (0, 0) covers 0 <= x < 1.
#pragma once

#include <cmath>

namespace limn {

struct Place {
    double x = 0, y = 0;
    bool operator==(const Place&) const = default;
};

inline double distance(Place a, Place b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace limn
