// The header of a NIfTI file (or of the older Analyze), checked before any of its data is read.
#pragma once

#include "io/import/bytes.h"
#include "model/data/volume.h"

#include <array>
#include <string>
#include <vector>

namespace limn {

using Affine = std::array<std::array<double, 4>, 3>; // from voxel indices to patient space

enum class NiftiKind { Analyze, Nifti1, Nifti2 };

struct NiftiHeader {
    NiftiKind kind = NiftiKind::Nifti1;
    bool isPair = false; // header and data in two files
    Endian endian = Endian::Little;
    int datatype = 0; // DT_ of nifti1.h
    int valueBytes = 1; // of a voxel
    std::array<std::int64_t, 7> dims{}; // each at least 1
    double slope = 1, intercept = 0; // value = slope * stored + intercept
    std::uint64_t offset = 0; // of the first voxel in the data's file
    std::array<double, 3> spacingMm{}; // 0: unknown
    double frameMs = 0; // between volumes; 0: unknown
    Affine voxelToLps{}; // of sform, else of qform, else a guess
    bool hasPlace = false; // false: that guess
    std::vector<DisplayWindow> windows;
    std::vector<std::string> notes; // what was mended, left out or guessed

    Size size() const { return {static_cast<int>(dims[0]), static_cast<int>(dims[1])}; }
    int slices() const { return static_cast<int>(dims[2]); } // of one volume
    int frames() const; // slices of all volumes
    std::uint64_t frameBytes() const { return size().area() * static_cast<std::uint64_t>(valueBytes); }
};

// The bytes at the front of a header file: a format's sign, in either byte order.
bool looksLikeNiftiHeader(Bytes head);
inline constexpr std::size_t niftiHeaderBytes = 544; // that parseNiftiHeader looks at, at most

// `isAnalyzePossible`: a data file lies beside it. Errors, without a subject: Truncated, Damaged
// (contradictions), UnsupportedFormat (a data type that is not read, by name), TooLarge.
Result<NiftiHeader> parseNiftiHeader(Bytes head, bool isAnalyzePossible);

} // namespace limn
