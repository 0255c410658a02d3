// Masks out of COCO's JSON of instances.
#pragma once

#include "io/import/bytes.h"
#include "model/data/imported_mask.h"

#include <filesystem>

namespace limn {

bool looksLikeJson(Bytes head);

// An entry a picture, in the file's order. Errors, without a subject: Damaged, TooLarge, NotReadable.
Result<std::vector<MaskEntry>> cocoEntries(const std::filesystem::path& path);

// Run lengths to the pixel; a polygon takes the pixels whose centres lie inside it. Where
// annotations meet, the later one stays, and a note says so.
Result<ImportedMask> cocoMask(const std::filesystem::path& path, int entry);

} // namespace limn
