#include "model/data/compose.h"

#include <cassert>

namespace limn {
namespace {

float probability(float value)
{
    return value;
}

float probability(std::uint8_t value)
{
    return static_cast<float>(value) / 255;
}

template <typename Map> Label decided(const Map& map, std::size_t pixel, float tau)
{
    if (map.classes == 2)
        return probability(map.values[map.size.area() + pixel]) >= tau ? Label{1} : background;
    float best = probability(map.values[pixel]) * tau / (1 - tau);
    Label label = background;
    for (int k = 1; k < map.classes; ++k) {
        const float value =
            probability(map.values[static_cast<std::size_t>(k) * map.size.area() + pixel]);
        if (value > best) {
            best = value;
            label = static_cast<Label>(k);
        }
    }
    return label;
}

template <typename Map>
void composeFrom(const Map& map, std::span<Label> labels, std::span<const Label> human, double tau,
                 Size size, Rect box)
{
    assert(labels.size() == size.area() && human.size() == size.area());
    assert(map.isEmpty() || map.size == size);
    const auto threshold = static_cast<float>(tau);
    const Rect inside = intersected(box, wholeOf(size));
    for (int y = inside.y; y < inside.y + inside.height; ++y) {
        const std::size_t first = static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)
            + static_cast<std::size_t>(inside.x);
        const std::size_t end = first + static_cast<std::size_t>(inside.width);
        // Two loops of their own, without a call or a jump a pixel: the compiler makes vectors of
        // them.
        if (map.isEmpty())
            for (std::size_t i = first; i < end; ++i)
                labels[i] = human[i] == untouched ? background : human[i];
        else if (map.classes == 2)
            for (std::size_t i = first; i < end; ++i) {
                const bool isOne = probability(map.values[size.area() + i]) >= threshold;
                labels[i] = human[i] == untouched ? static_cast<Label>(isOne) : human[i];
            }
        else
            for (std::size_t i = first; i < end; ++i)
                labels[i] = human[i] == untouched ? decided(map, i, threshold) : human[i];
    }
}

} // namespace

void composeInto(std::span<Label> labels, std::span<const Label> human, const ProbabilityMap& map,
                 double tau, Size size, Rect box)
{
    composeFrom(map, labels, human, tau, size, box);
}

void composeInto(std::span<Label> labels, std::span<const Label> human, const QuantisedMap& map,
                 double tau, Size size, Rect box)
{
    composeFrom(map, labels, human, tau, size, box);
}

Label likeliest(const ProbabilityMap& map, std::size_t pixel, double tau)
{
    return decided(map, pixel, static_cast<float>(tau));
}

Label likeliest(const QuantisedMap& map, std::size_t pixel, double tau)
{
    return decided(map, pixel, static_cast<float>(tau));
}

} // namespace limn
