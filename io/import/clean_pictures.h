// Copies of picture files without what they say beside their pixels. The pixels' bytes are not decoded
// and stay as they are.
#pragma once

#include "io/import/bytes.h"

#include <filesystem>

namespace limn {

using CleanBytes = std::vector<std::byte>;

// Errors, without a subject: Damaged, Truncated, UnsupportedFormat.
Result<CleanBytes> cleanPng(Bytes file); // text, time, EXIF, profiles and what follows the end go
Result<CleanBytes> cleanJpeg(Bytes file); // likewise; of EXIF the turn stays, for it is in no other place
Result<CleanBytes> cleanTiff(Bytes file); // every page, with the tags alone that say how to read it
Result<CleanBytes> cleanBmp(Bytes file);

// A header file or a whole one, compressed as it was; texts are blanked, extensions dropped.
Result<CleanBytes> cleanNifti(const std::filesystem::path& file);
// The data file of a pair: the voxels and nothing else.
Result<CleanBytes> cleanNiftiData(const std::filesystem::path& file);

} // namespace limn
