#include "model/data/quantised_map.h"

#include "model/data/compose.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

std::uint8_t rounded(float value)
{
    return static_cast<std::uint8_t>(std::lround(255 * std::clamp(value, 0.0F, 1.0F)));
}

// Moves the bytes of one pixel towards `wanted` until it is the label that is decided.
void keepDecision(QuantisedMap& map, std::size_t pixel, Label wanted, double tau)
{
    const auto byteOf = [&map, pixel](Label label) -> std::uint8_t& {
        return map.values[label * map.size.area() + pixel];
    };
    for (Label found = likeliest(map, pixel, tau); found != wanted;
         found = likeliest(map, pixel, tau)) {
        if (map.classes == 2 && wanted == background)
            --byteOf(1); // with two classes only the byte of class 1 decides
        else if (byteOf(wanted) < 255)
            ++byteOf(wanted);
        else
            --byteOf(found);
    }
}

} // namespace

QuantisedMap quantised(const ProbabilityMap& map, double tau)
{
    QuantisedMap made{map.size, map.classes, {}};
    made.values.resize(map.values.size());
    std::ranges::transform(map.values, made.values.begin(), rounded);
    for (std::size_t pixel = 0; !map.isEmpty() && pixel < map.size.area(); ++pixel)
        keepDecision(made, pixel, likeliest(map, pixel, tau), tau);
    return made;
}

ProbabilityMap expanded(const QuantisedMap& map)
{
    ProbabilityMap made{map.size, map.classes, {}};
    made.values.resize(map.values.size());
    std::ranges::transform(map.values, made.values.begin(),
                           [](std::uint8_t byte) { return static_cast<float>(byte) / 255; });
    return made;
}

} // namespace limn
