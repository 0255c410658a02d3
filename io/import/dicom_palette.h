// Palettes of DICOM, whole or segmented (PS3.3 C.7.9).
#pragma once

#include "io/import/dicom_file.h"

#include <array>
#include <cstdint>
#include <vector>

namespace limn {

struct Palette {
    int firstMapped = 0;
    std::array<std::vector<std::uint8_t>, 3> colours; // red, green, blue 0..255
};

// Errors, without a subject: Damaged (absent, short, or of different lengths).
Result<Palette> readPalette(DicomFile& dicom);

// Indices to interleaved red, green, blue; an index outside takes the nearest entry.
std::vector<std::uint8_t> coloured(const Palette& palette,
                                   const std::vector<std::int32_t>& indices);

} // namespace limn
