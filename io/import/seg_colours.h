// Colours out of DICOM.
#pragma once

#include "model/data/label_table.h"

#include <array>

namespace limn {

// The nearest sRGB of a CIELab value as DICOM encodes it (PS3.3, C.10.7.1.1).
Colour colourOfCielab(const std::array<int, 3>& lab);

} // namespace limn
