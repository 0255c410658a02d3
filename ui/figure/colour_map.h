// Colour maps that rise evenly in lightness: for values, for doubt, for steps; and one with a
// middle, for differences.
#pragma once

#include <QRgb>

namespace limn {

enum class ColourMap { Cividis, Viridis, Magma };

// The colour of a value in 0..1 (clamped), opaque.
QRgb cividis(double value);
QRgb viridis(double value);
QRgb magma(double value);
QRgb colourOf(ColourMap map, double value);

// Of -1 (blue) over 0 (light grey) to 1 (orange).
QRgb differenceColour(double value);

// Of step 1..count: early ones dark, late ones light.
QRgb stepColour(int step, int count);

} // namespace limn
