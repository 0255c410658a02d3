// The formats that are pictures.
#pragma once

#include "io/masks/output_file.h"

namespace limn {

std::vector<OutputFile> maskPictures(const MaskExport& masks);
std::vector<OutputFile> labelPictures(const MaskExport& masks);
std::vector<OutputFile> probabilityPictures(const MaskExport& masks); // none without a posterior
std::vector<OutputFile> spreadPictures(const MaskExport& masks); // none without several chains
std::vector<OutputFile> whoPictures(const MaskExport& masks);

} // namespace limn
