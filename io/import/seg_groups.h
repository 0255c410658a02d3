// The functional groups of a segmentation: where each frame lies and what it was made from.
#pragma once

#include "io/import/seg_source.h"

namespace limn {

// Also the dimensions: segment number, then position (without one: the place in the stack), which are
// organised under `dimensionUid`.
void putFunctionalGroups(DcmDataset& to, const SegRequest& request, const SegSource& source,
                         const std::string& dimensionUid);

} // namespace limn
