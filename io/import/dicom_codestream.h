// The compressed bytes of a frame: what they say of themselves, compared with what the data set says
// before a codec sees them; and all of them.
#pragma once

#include "io/import/dicom_file.h"

namespace limn {

// Errors, without a subject: Damaged (another size, no frame header, an RLE header that points
// outside), Truncated (no end marker).
Result<void> checkCodestream(DicomFile& dicom, int frame);

// All fragments of a frame, joined. Errors, without a subject: Damaged, Truncated.
Result<std::vector<std::byte>> codestream(DicomFile& dicom, int frame);

} // namespace limn
