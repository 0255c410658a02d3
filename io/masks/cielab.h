// Display colours as DICOM writes them.
#pragma once

#include "model/data/label_table.h"

#include <array>

namespace limn {

// sRGB as CIELab under D50, L* 0..100 and a*, b* -128..127 each on 0..65535 (PS3.3, C.10.7.1.1).
std::array<int, 3> cielabOf(const Colour& colour);

} // namespace limn
