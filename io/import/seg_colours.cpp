#include "io/import/seg_colours.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

// CIE 15: the inverse of the cube root with its straight part near black.
double cube(double root)
{
    constexpr double edge = 6.0 / 29;
    return root > edge ? root * root * root : 3 * edge * edge * (root - 4.0 / 29);
}

// IEC 61966-2-1.
std::uint8_t encoded(double linear)
{
    const double part = std::clamp(linear, 0.0, 1.0);
    const double value =
        part <= 0.0031308 ? 12.92 * part : 1.055 * std::pow(part, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(255 * value));
}

} // namespace

Colour colourOfCielab(const std::array<int, 3>& lab)
{
    const double lightness = lab[0] / 65535.0 * 100;
    const double a = lab[1] / 65535.0 * 255 - 128, b = lab[2] / 65535.0 * 255 - 128;
    const double middle = (lightness + 16) / 116;
    // White of D50; then to sRGB's primaries by Bradford's matrix, turned round.
    const double x = 0.9642200 * cube(middle + a / 500);
    const double y = cube(middle);
    const double z = 0.8252100 * cube(middle - b / 200);
    return {encoded(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
            encoded(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
            encoded(0.0719453 * x - 0.2289914 * y + 1.4052427 * z)};
}

} // namespace limn
