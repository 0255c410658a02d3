// NRRD (.nrrd, .seg.nrrd) with its data in the same file or beside it, bare or
// compressed by gzip or bzip2.
#pragma once

#include "io/import/nrrd_header.h"
#include "io/import/picture.h"

namespace limn {

// The frames are the slices along the third axis in space, volume by volume where there are more
// axes. Columns and rows follow the patient as those of NIfTI do.
Result<Picture> readNrrd(const ReadRequest& request);

// Errors, without a subject: those of parseNrrdHeader, NotFound, NotReadable.
Result<NrrdHeader> nrrdHeaderOf(const std::filesystem::path& path);

// One slice with all its layers. Errors, without a subject: those of niftiFrame.
Result<std::vector<std::byte>> nrrdFrame(const std::filesystem::path& path,
                                         const NrrdHeader& header, int frame);

} // namespace limn
