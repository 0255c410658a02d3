// Colour maps that rise evenly in lightness: cividis for values, magma for doubt.
#pragma once

#include <QRgb>

namespace limn {

// The colour of a value in 0..1 (clamped), opaque.
QRgb cividis(double value);
QRgb magma(double value);

} // namespace limn
