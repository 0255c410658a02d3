// The overlays of a DICOM file (groups 6000 to 601E, PS3.3 C.9): a layer of their own, never in the
// values.
#pragma once

#include "io/import/dicom_file.h"

#include <cstdint>
#include <vector>

namespace limn {

// All of them on one frame, a byte a pixel, 0 or 1; empty where there is none or nothing is drawn.
// What lies outside the picture is cut off. Bits that lie in the pixels' own words are found in
// uncompressed files alone.
std::vector<std::uint8_t> graphicsOf(DicomFile& dicom, int frame);

} // namespace limn
