#include "model/data/quantised_map.h"

#include "model/data/compose.h"

#include <algorithm>
#include <span>

namespace limn {
namespace {

std::uint8_t rounded(float value)
{
    return static_cast<std::uint8_t>(255 * std::clamp(value, 0.0F, 1.0F) + 0.5F);
}

// Moves the bytes of one pixel towards `wanted` until it is the label that is decided.
void keepDecision(QuantisedMap& map, std::size_t pixel, Label wanted, double tau)
{
    const auto byteOf = [&map, pixel](Label label) -> std::uint8_t& {
        return map.values[label * map.size.area() + pixel];
    };
    for (Label found = likeliest(map, pixel, tau); found != wanted;
         found = likeliest(map, pixel, tau)) {
        if (byteOf(wanted) < 255)
            ++byteOf(wanted);
        else
            --byteOf(found);
    }
}

// Two classes, of which the byte of class 1 alone decides: at least or below `cut`.
void keepDecisions(QuantisedMap& made, const ProbabilityMap& map, float tau)
{
    int cut = 0;
    while (cut < 255 && static_cast<float>(cut) / 255 < tau)
        ++cut;
    const auto lowestOne = static_cast<std::uint8_t>(cut);
    const auto highestNone = static_cast<std::uint8_t>(std::max(cut - 1, 0));
    const auto values = map.of(1);
    const auto bytes = std::span(made.values).subspan(map.size.area());
    for (std::size_t i = 0; i < values.size(); ++i)
        bytes[i] =
            values[i] >= tau ? std::max(bytes[i], lowestOne) : std::min(bytes[i], highestNone);
}

} // namespace

QuantisedMap quantised(const ProbabilityMap& map, double tau)
{
    QuantisedMap made{map.size, map.classes, {}};
    made.values.resize(map.values.size());
    std::ranges::transform(map.values, made.values.begin(), rounded);
    if (map.isEmpty())
        return made;
    if (map.classes == 2)
        keepDecisions(made, map, static_cast<float>(tau));
    else
        for (std::size_t pixel = 0; pixel < map.size.area(); ++pixel)
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
