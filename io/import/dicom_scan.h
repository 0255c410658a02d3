// A first look at a DICOM file, before DCMTK parses it: its transfer syntax, and whether it is
// whole.
#pragma once

#include "model/data/error.h"

#include <filesystem>
#include <string>

namespace limn {

struct DicomScan {
    bool hasMeta = false;
    std::string transferSyntaxUid; // (0002,0010) as text
};

// Errors, without a subject: Truncated, Damaged (nesting, no transfer syntax), TooLarge (file,
// inflated size), NotReadable.
Result<DicomScan> scanDicom(const std::filesystem::path& path);

} // namespace limn
