// Masks out of DICOM segmentations (PS3.3, A.51): binary, fractional, label maps.
#pragma once

#include "io/import/bytes.h"
#include "model/data/imported_mask.h"

#include <filesystem>
#include <optional>

namespace limn {

// Nothing where the DICOM file does not say that it is a segmentation, or can't be read as a picture
// either. The slices that have frames, along their normal, or as the frames of the picture that they name.
// Fractions count from one half on. Where segments meet, the later one stays, and a note says so.
// Errors, without a subject: those of openDicom and storedFrame, Damaged, UnsupportedFormat.
std::optional<Result<ImportedMask>> segMask(const std::filesystem::path& path);

} // namespace limn
