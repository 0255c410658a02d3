#include "ui/tools/corners.h"

#include <algorithm>
#include <numbers>

namespace limn {
namespace {

double distanceToSide(Place a, Place b, Place place)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t = squared > 0
        ? std::clamp(((place.x - a.x) * dx + (place.y - a.y) * dy) / squared, 0.0, 1.0)
        : 0.0;
    return distance(place, {a.x + t * dx, a.y + t * dy});
}

} // namespace

int cornerAt(std::span<const Place> corners, Place place, double reach)
{
    int found = -1;
    for (std::size_t i = 0; i < corners.size(); ++i)
        if (const double away = distance(corners[i], place); away <= reach) {
            reach = away;
            found = static_cast<int>(i);
        }
    return found;
}

int sideAt(std::span<const Place> corners, Place place, double reach)
{
    int found = -1;
    for (std::size_t i = 0; i + 1 < corners.size(); ++i)
        if (const double away = distanceToSide(corners[i], corners[i + 1], place); away <= reach) {
            reach = away;
            found = static_cast<int>(i);
        }
    return found;
}

Place straightened(Place from, Place to)
{
    constexpr double step = std::numbers::pi / 4;
    const double angle = std::round(std::atan2(to.y - from.y, to.x - from.x) / step) * step;
    const double length =
        (to.x - from.x) * std::cos(angle) + (to.y - from.y) * std::sin(angle);
    return {from.x + length * std::cos(angle), from.y + length * std::sin(angle)};
}

} // namespace limn
