// The answer to a request for a DICOM segmentation.
#pragma once

#include "model/data/error.h"

#include <cstdint>

#include <nlohmann/json.hpp>

namespace limn {

// Takes the mask out of the shared memory `descriptor` and leaves the finished file there; gives
// its size. Errors: those of openSegSource, OutOfMemory, Internal.
Result<std::uint64_t> makeSegmentation(const nlohmann::json& request, int descriptor);

} // namespace limn
