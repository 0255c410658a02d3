// What a compressed frame says of itself, compared with what the data set says, before a codec sees
// it.
#pragma once

#include "io/import/dicom_file.h"

namespace limn {

// Errors, without a subject: Damaged (another size, no frame header, an RLE header that points
// outside), Truncated (no end marker).
Result<void> checkCodestream(DicomFile& dicom, int frame);

} // namespace limn
