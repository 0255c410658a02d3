// Masks of every kind that is read, each as a whole: labels, names, place.
#pragma once

#include "io/import/bytes.h"
#include "model/data/imported_mask.h"

#include <filesystem>

namespace limn {

// By content: DICOM segmentation, NIfTI, NRRD, COCO's JSON, else a picture of numbers or a palette
// (PNG, TIFF, BMP, DICOM), whose frames are the slices. Errors as readPicture, and ChannelsMismatch
// for a colour picture; the subject is the file's name.
Result<ImportedMask> readMask(const std::filesystem::path& path, int entry);
Result<std::vector<MaskEntry>> listMasks(const std::filesystem::path& path);

inline constexpr std::size_t maximumMaskValues = std::size_t{1} << 30;

// Errors, without a subject: TooLarge.
Result<void> checkMaskSize(Size size, int slices);

} // namespace limn
