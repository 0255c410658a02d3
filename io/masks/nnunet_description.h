// dataset.json of an nnU-Net data set.
#pragma once

#include "io/masks/output_file.h"

#include <array>

namespace limn {

// The data set's number of each label; labels that dataset.json does not know are added to it under
// their names, and a new file is begun where there is none. Errors: as nnunetCase.
Result<std::array<Label, 256>> nnunetNumbers(const MaskExport& masks, const Making& making);

// Nothing where there is no dataset.json.
Result<void> putNnunetCount(const std::filesystem::path& folder, int cases);

} // namespace limn
