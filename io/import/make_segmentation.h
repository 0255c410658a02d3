// The answers to the two requests for a DICOM segmentation.
#pragma once

#include "model/data/error.h"

#include <cstdint>

#include <nlohmann/json.hpp>

namespace limn {

// Reads the headers of the images that the next segmentation is of. Errors: those of openSegSource.
Result<void> openSource(const nlohmann::json& request);

// Leaves the file up to its pixels, which are its last bytes, in the shared memory `descriptor`; gives
// the size of that part. Errors: OutOfMemory, Internal (also without openSource before).
Result<std::uint64_t> makeSegmentation(const nlohmann::json& request, int descriptor);

} // namespace limn
