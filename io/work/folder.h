// The images of a folder, as the work list shows them.
#pragma once

#include "model/data/error.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace limn {

// The folder's files (not those of folders in it) that look like images by their names' endings,
// or, without an ending, by DICOM's first bytes; in natural order (img2 before img10). Leaves out
// hidden files and those that `isOwnOutput` recognises. No file is decoded. Errors: NotFound,
// NotReadable, Cancelled.
Result<std::vector<std::filesystem::path>>
listImages(const std::filesystem::path& folder, std::stop_token stop,
           const std::function<bool(const std::filesystem::path&)>& isOwnOutput);

// Whether it may be DICOM by its name's ending, or for want of one.
bool mayBeDicom(const std::filesystem::path& file);

// A DICOMDIR, whatever the case of its letters.
bool isDicomDirectory(const std::filesystem::path& file);

// Whether `a` comes before `b` as a person counts: digits by their number, letters without their
// case.
bool comesBefore(std::string_view a, std::string_view b);

} // namespace limn
