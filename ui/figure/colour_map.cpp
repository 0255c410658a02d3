#include "ui/figure/colour_map.h"

#include <algorithm>
#include <array>

namespace limn {
namespace {

using Stops = std::array<std::array<int, 3>, 17>; // every sixteenth of the way

// Nunez, Anderton, Renslow, PLoS ONE 13(7): e0199239 (2018); in between by straight lines.
constexpr Stops cividisStops{{{0, 34, 78},
                              {0, 46, 106},
                              {26, 56, 111},
                              {50, 67, 109},
                              {67, 78, 108},
                              {83, 90, 109},
                              {97, 101, 111},
                              {111, 112, 115},
                              {125, 124, 120},
                              {139, 135, 120},
                              {154, 147, 118},
                              {170, 160, 115},
                              {187, 173, 109},
                              {204, 186, 100},
                              {221, 200, 88},
                              {239, 215, 72},
                              {254, 232, 56}}};

// Smith, van der Walt: the map "viridis" of matplotlib, placed in the public domain (CC0).
constexpr Stops viridisStops{{{68, 1, 84},
                              {72, 24, 106},
                              {71, 45, 123},
                              {66, 64, 134},
                              {59, 82, 139},
                              {51, 99, 141},
                              {44, 114, 142},
                              {38, 130, 142},
                              {33, 145, 140},
                              {31, 160, 136},
                              {40, 174, 128},
                              {63, 188, 115},
                              {94, 201, 98},
                              {132, 212, 75},
                              {173, 220, 48},
                              {216, 226, 25},
                              {253, 231, 37}}};

// van der Walt, Smith: the map "magma" of matplotlib, placed in the public domain (CC0).
constexpr Stops magmaStops{{{0, 0, 4},
                            {10, 8, 34},
                            {29, 17, 71},
                            {54, 16, 107},
                            {81, 18, 124},
                            {106, 28, 129},
                            {131, 38, 129},
                            {156, 46, 127},
                            {183, 55, 121},
                            {207, 64, 112},
                            {229, 80, 100},
                            {244, 105, 92},
                            {251, 135, 97},
                            {254, 165, 113},
                            {254, 194, 135},
                            {253, 224, 161},
                            {252, 253, 191}}};

// Blue to orange, which the colour-blind tell apart; light grey in the middle.
constexpr std::array<std::array<int, 3>, 5> differenceStops{
    {{45, 120, 210}, {120, 175, 225}, {222, 222, 222}, {245, 170, 90}, {235, 110, 10}}};

template <typename List> QRgb between(const List& stops, double value)
{
    const double place = std::clamp(value, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    const double share = place - static_cast<double>(below);
    const auto channel = [&](std::size_t c) {
        return static_cast<int>(stops[below][c] * (1 - share) + stops[below + 1][c] * share + 0.5);
    };
    return qRgb(channel(0), channel(1), channel(2));
}

} // namespace

QRgb cividis(double value)
{
    return between(cividisStops, value);
}
QRgb viridis(double value)
{
    return between(viridisStops, value);
}
QRgb magma(double value)
{
    return between(magmaStops, value);
}

QRgb colourOf(ColourMap map, double value)
{
    switch (map) {
    case ColourMap::Cividis: return cividis(value);
    case ColourMap::Viridis: return viridis(value);
    case ColourMap::Magma: return magma(value);
    }
    return cividis(value);
}

QRgb differenceColour(double value)
{
    return between(differenceStops, (value + 1) / 2);
}

QRgb stepColour(int step, int count)
{
    return viridis(count > 1 ? (step - 1.0) / (count - 1.0) : 1.0);
}

} // namespace limn
