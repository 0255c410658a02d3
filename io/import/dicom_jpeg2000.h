// JPEG 2000 frames of a DICOM file.
#pragma once

#include "io/import/dicom_file.h"

#include <cstdint>
#include <vector>

namespace limn {

bool isJpeg2000(DicomFile& dicom);

// The samples as the codestream's depth and the data set's sign say, components interleaved; colours
// are red, green, blue 0..255. Where codestream and data set differ, `dicom.notes` says it. Errors,
// without a subject: those of readJpeg2000, Truncated.
Result<std::vector<std::int32_t>> jpeg2000Frame(DicomFile& dicom, int frame);

} // namespace limn
