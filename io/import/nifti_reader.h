// NIfTI-1 and -2 (.nii, .hdr with .img) and Analyze 7.5, each compressed or not.
#pragma once

#include "io/import/nifti_data.h"
#include "io/import/nifti_header.h"
#include "io/import/picture.h"

namespace limn {

bool looksLikeNifti(Bytes head);
bool looksLikeGzip(Bytes head); // of what is compressed so, NIfTI alone is read

// The frames are the slices along the third index, volume by volume where there are more dimensions.
// Values: slope and intercept applied in double. Columns and rows follow the patient (nifti_place.h)
// unless the request wants the file's; Stored are always the file's. Labels: whole numbers, whatever
// the data type. A .img is read by the header beside it, and a header's data file is the .img beside
// it, never one that it names.
Result<Picture> readNifti(const ReadRequest& request);

// A file, or its pair, behind the checks of its header.
struct NiftiVolume {
    NiftiHeader header;
    NiftiPlace place;
    std::vector<std::byte> extensions; // what follows the header, 64 KB at most
};
// Errors, without a subject: those of readNifti.
Result<NiftiVolume> openNifti(const std::filesystem::path& path);

// Whether this is the data file of a pair: its header lies beside it, and the name ends in .img.
bool isNiftiDataFile(const std::filesystem::path& path);

// The data file of a pair, by its header's name, and the other way round; empty when there is none.
std::filesystem::path niftiDataOf(const std::filesystem::path& header);
std::filesystem::path niftiHeaderOf(const std::filesystem::path& data);

} // namespace limn
