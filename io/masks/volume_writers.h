// Masks as volume files: one for a whole stack, in its place in the patient.
#pragma once

#include "io/masks/output_file.h"

namespace limn {

// STEM.nii.gz. Error of its content: SlicesUneven.
std::vector<OutputFile> niftiMask(const MaskExport& masks);

// STEM.seg.nrrd, as 3D Slicer keeps a segmentation. Errors of its content: SlicesUneven.
std::vector<OutputFile> nrrdMask(const MaskExport& masks);

} // namespace limn
