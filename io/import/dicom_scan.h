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
    std::uint64_t fileBytes = 0;
    std::uint64_t missingBytes = 0; // at the end of uncompressed pixels; only where that is allowed
};

enum class CutPixels { Refused, Allowed };

// Errors, without a subject: Truncated, Damaged (nesting, no transfer syntax), TooLarge (file,
// inflated size), NotReadable.
Result<DicomScan> scanDicom(const std::filesystem::path& path,
                            CutPixels cut = CutPixels::Refused);

} // namespace limn
