// The header of an NRRD file, checked before any of its data is read.
#pragma once

#include "io/import/nifti_data.h"
#include "io/import/nifti_header.h"

#include <map>
#include <string>

namespace limn {

struct NrrdHeader {
    // Its data in NIfTI's terms: type, sizes, byte order and place are read and used alike. NRRD
    // axes that lie in space come first there, then time and the like.
    NiftiHeader voxels;
    // Values that lie next to each other in each voxel (layers of a segmentation, components of a
    // vector); colours of 8 bits are one value.
    int layers = 1;
    Packing packing = Packing::None;
    std::string dataFile; // beside the header; empty: the data follows it
    std::uint64_t dataBegin = 0; // in its file, of the data or its compressed stream
    std::uint64_t skip = 0; // bytes before the first voxel, after unpacking
    std::map<std::string, std::string> words; // the lines "key:=value"

    std::uint64_t frameBytes() const
    {
        return voxels.frameBytes() * static_cast<std::uint64_t>(layers);
    }
};

inline constexpr std::size_t nrrdHeaderBytes = std::size_t{1} << 20; // that are looked at, at most

bool looksLikeNrrd(Bytes head);

// `head`: the file's beginning. Errors, without a subject: Truncated, Damaged (contradictions),
// UnsupportedFormat (another encoding, data in several files or in another folder, an order of axes
// that is not read, each by name), TooLarge.
Result<NrrdHeader> parseNrrdHeader(Bytes head);

} // namespace limn
