// COCO's JSON of instances: run lengths, or polygons along the pixels' edges.
#pragma once

#include "io/masks/output_file.h"

namespace limn {

// coco/STEM.json: a data set of one image (of a stack, an image a slice).
std::vector<OutputFile> cocoPart(const MaskExport& masks);

// coco.json of all of these in the folder, in the order of names; categories are joined by name.
// Errors: as finishDatasets.
Result<void> joinCoco(const std::filesystem::path& folder, const std::stop_token& stop);

} // namespace limn
