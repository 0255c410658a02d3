// The header of an NRRD file, checked before any of its data is read.
#pragma once

#include "io/import/nifti_data.h"
#include "io/import/nifti_header.h"

namespace limn {

struct NrrdHeader {
    NiftiHeader voxels; // x, y, z, and the further axis as volumes
    // The further axis (several measurements of a voxel) lies before x: its values stand together.
    bool isInterleaved = false;
    std::string dataFile; // in the header's folder; empty: after the header
    Packing packing = Packing::None;
    std::uint64_t end = 0; // of the header
    std::int64_t byteSkip = 0; // before the data, once unpacked; -1: the data ends the file
};

bool looksLikeNrrdHeader(Bytes head);
inline constexpr std::size_t nrrdHeaderBytes = std::size_t{1} << 20; // that is looked at, at most

// Errors, without a subject: Truncated (no blank line ends it and no data file is named), Damaged,
// UnsupportedFormat (by name), TooLarge.
Result<NrrdHeader> parseNrrdHeader(Bytes head);

} // namespace limn
