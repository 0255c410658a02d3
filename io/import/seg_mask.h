// Masks out of DICOM segmentations (PS3.3, A.51): binary, fractional, label maps.
#pragma once

#include "io/import/bytes.h"
#include "model/data/imported_mask.h"

#include <filesystem>

namespace limn {

// Whether the DICOM file says that it is a segmentation; false for what can't be read.
bool isSegmentation(const std::filesystem::path& path);

// The slices that have frames, along their normal, or as the frames of the picture that they name.
// Fractions count from one half on. Where segments meet, the later one stays, and a note says so.
// Errors, without a subject: those of openDicom and storedFrame, Damaged, UnsupportedFormat.
Result<ImportedMask> segMask(const std::filesystem::path& path);

} // namespace limn
