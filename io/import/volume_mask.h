// Masks out of volume files.
#pragma once

#include "model/data/error.h"
#include "model/data/imported_mask.h"

#include <filesystem>

namespace limn {

// Errors, without a subject: those of the readers; UnsupportedFormat for values that are no labels.
Result<ImportedMask> niftiMask(const std::filesystem::path& path);
// With the names, colours and layers of 3D Slicer's segmentations. Where segments of several layers
// meet, the later one stays, and a note says how much was left out.
Result<ImportedMask> nrrdMask(const std::filesystem::path& path);

} // namespace limn
