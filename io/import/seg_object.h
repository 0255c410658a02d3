// A DICOM segmentation object (PS3.3, A.51), attribute by attribute.
#pragma once

#include "io/import/seg_source.h"

namespace limn {

// Fills the empty data set `to`, without the pixels.
void putSegmentation(DcmDataset& to, const SegRequest& request, SegSource& source);

} // namespace limn
