// What a folder's list needs of DICOM files: where their frames lie, and what a DICOMDIR refers to.
#pragma once

#include "io/import/picture.h"

namespace limn {

// {bytes, seriesUid, instanceUid, width, height, channels, columnSpacingMm, rowSpacingMm,
// directions (6 numbers; absent: unknown), frames [{origin (absent: unknown), moment, timeMs (absent:
// unknown)}]}. Errors as openDicom.
Result<nlohmann::json> dicomHeader(const std::filesystem::path& path);

// The files that a DICOMDIR lists as images, each as the list of its path's names. Errors: those of
// scanDicom; NotAnImage when it is no directory; the subject is the file's name.
Result<nlohmann::json> directoryFiles(const std::filesystem::path& path);

} // namespace limn
