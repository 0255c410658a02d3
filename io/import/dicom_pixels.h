// One frame's pixels out of a checked DICOM file.
#pragma once

#include "io/import/dicom_file.h"

#include <cstdint>
#include <vector>

namespace limn {

// The stored samples in the file's order (grey and palette: one a pixel), as BitsStored, HighBit
// and PixelRepresentation say; unsigned 32-bit values above 2^31 - 1 keep their bits. Errors,
// without a subject: Damaged, Truncated, OutOfMemory.
Result<std::vector<std::int32_t>> storedFrame(DicomFile& dicom, int frame);

// RGB, YBR and palette: red, green, blue 0..255, interleaved.
Result<std::vector<std::uint8_t>> colourFrame(DicomFile& dicom, int frame);

// (7FE0,0008) and (7FE0,0009).
Result<std::vector<float>> floatFrame(DicomFile& dicom, int frame);

} // namespace limn
