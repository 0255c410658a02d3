// Voxels of a file and what its header says, as a picture: NIfTI's and NRRD's common part.
#pragma once

#include "io/import/nifti_header.h"
#include "io/import/picture.h"

namespace limn {

// One frame's bytes, as the request wants them. Errors, without a subject: UnsupportedFormat.
Result<Picture> pictureOfVoxels(Bytes frame, const NiftiHeader& header, const ReadRequest& request,
                                const char* format);

} // namespace limn
