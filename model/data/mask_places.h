// Masks that are fitted by their places in the patient; see fitMask().
#pragma once

#include "model/data/mask_fit.h"

namespace limn {

// A volume file's grid: its axes may be any of the picture's, in either direction; its voxels must
// lie on the picture's pixels.
Result<FittedMask> fitByGrid(const ImportedMask& mask, const Volume& picture,
                             const std::string& name);

// Slices with places of their own, some of the picture's.
Result<FittedMask> fitBySlices(const ImportedMask& mask, const Volume& picture,
                               const std::string& name);

} // namespace limn
