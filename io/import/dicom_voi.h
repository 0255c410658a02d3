// The windows and VOI LUTs of a DICOM file.
#pragma once

#include "io/import/dicom_modality.h"

namespace limn {

// For one frame, in modality values: windows first, then VOI LUTs, each with its function and
// explanation. A window that meets the stored but not the rescaled range was written in stored values
// and is converted, with a note.
std::vector<DisplayWindow> windowsOf(DicomFile& dicom, int frame, const Modality& modality,
                                     std::int64_t storedMinimum, std::int64_t storedMaximum);

} // namespace limn
