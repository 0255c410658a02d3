// Voxels as numbers.
#pragma once

#include "io/import/nifti_header.h"
#include "io/import/picture.h"

namespace limn {

// Of one frame, in the file's order; three channels for colour (0..255), transparency left out.
std::vector<float> niftiValues(Bytes frame, const NiftiHeader& header);

// What the file holds. Errors, without a subject: UnsupportedFormat (floating point, or beyond 32
// bits).
Result<std::vector<std::int32_t>> niftiStored(Bytes frame, const NiftiHeader& header);

// Scaled values that are whole numbers. Errors likewise.
Result<std::vector<std::int32_t>> niftiLabels(Bytes frame, const NiftiHeader& header);

bool isNiftiColour(const NiftiHeader& header);

} // namespace limn
