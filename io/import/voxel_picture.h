// A picture of one slice of voxels (NIfTI, NRRD), turned as it is shown.
#pragma once

#include "io/import/nifti_header.h"
#include "io/import/picture.h"

namespace limn {

// `frame`: the bytes of the slice that the request is about. Errors, without a subject: those of
// nifti_values.
Result<Picture> voxelPicture(Bytes frame, const NiftiHeader& header, const ReadRequest& request,
                             std::string format);

} // namespace limn
