#include "io/masks/cielab.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

// IEC 61966-2-1.
double linear(std::uint8_t value)
{
    const double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

// CIE 15: 3.1, of a part of white.
double cubeRoot(double part)
{
    constexpr double edge = 6.0 / 29;
    return part > edge * edge * edge ? std::cbrt(part) : part / (3 * edge * edge) + 4.0 / 29;
}

int scaled(double value, double low, double high)
{
    return static_cast<int>(
        std::lround(std::clamp((value - low) / (high - low), 0.0, 1.0) * 65535));
}

} // namespace

std::array<int, 3> cielabOf(const Colour& colour)
{
    const double r = linear(colour.red), g = linear(colour.green), b = linear(colour.blue);
    // sRGB's primaries, adapted from D65 to D50 by Bradford's matrix.
    const double x = cubeRoot((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / 0.9642200);
    const double y = cubeRoot(0.2225045 * r + 0.7168786 * g + 0.0606169 * b);
    const double z = cubeRoot((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / 0.8252100);
    return {scaled(116 * y - 16, 0, 100), scaled(500 * (x - y), -128, 127),
            scaled(200 * (y - z), -128, 127)};
}

} // namespace limn
