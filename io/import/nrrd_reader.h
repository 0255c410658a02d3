// NRRD: a header with its data after it (.nrrd), or beside it (.nhdr).
#pragma once

#include "io/import/bytes.h"
#include "io/import/picture.h"

namespace limn {

bool looksLikeNrrd(Bytes head);

// The frames are the slices along the third axis in space, volume by volume of a further axis.
// Columns and rows follow the patient as NIfTI's do, where the file says how it lies. Labels: whole
// numbers. A data file is read only when it lies beside the header.
Result<Picture> readNrrd(const ReadRequest& request);

} // namespace limn
