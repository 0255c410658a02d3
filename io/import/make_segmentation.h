// The answer to a request for a DICOM segmentation.
#pragma once

#include "model/data/error.h"

#include <cstdint>

#include <nlohmann/json.hpp>

namespace limn {

// Leaves the file up to its pixels, which are its last bytes, in the shared memory `descriptor`; gives
// the size of that part. Errors: those of openSegSource, OutOfMemory, Internal.
Result<std::uint64_t> makeSegmentation(const nlohmann::json& request, int descriptor);

} // namespace limn
