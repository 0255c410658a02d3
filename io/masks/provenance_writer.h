// The format that says how the masks came about.
#pragma once

#include "io/masks/output_file.h"

namespace limn {

// One JSON file an export. It names source files without their folders, and no patient.
std::vector<OutputFile> provenanceFile(const MaskExport& masks);

} // namespace limn
