// The multi-frame file that was read last: its frames follow each other, and parsing it costs more than a
// frame.
#pragma once

#include "io/import/dicom_file.h"

namespace limn {

// The file as openDicom gives it, kept until another one is asked for, it changes, or
// forgetKeptDicom(). Its notes are those of opening it. Errors as openDicom.
Result<DicomFile*> keptDicom(const std::filesystem::path& path, CutPixels cut);

void forgetKeptDicom();

} // namespace limn
