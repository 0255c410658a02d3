// The formats that are NumPy arrays.
#pragma once

#include "io/masks/output_file.h"

namespace limn {

std::vector<OutputFile> probabilityArrays(const MaskExport& masks); // none without a posterior
std::vector<OutputFile> stepArchives(const MaskExport& masks); // none without steps

} // namespace limn
