// DICOM segmentation objects; made by the import child, which alone has DCMTK.
#pragma once

#include "io/masks/output_file.h"

namespace limn {

// A segment a row of the label table. None where the source is no DICOM image.
std::vector<OutputFile> binarySegmentation(const MaskExport& masks);

// The base step's probabilities as bytes, a segment a label that the model knows. None without a
// posterior, or where the source is no DICOM image.
std::vector<OutputFile> fractionalSegmentation(const MaskExport& masks);

} // namespace limn
