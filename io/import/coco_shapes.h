// The pixels of COCO's segmentations: polygons, and run lengths as numbers or letters.
#pragma once

#include "model/data/error.h"
#include "model/data/size.h"

#include <cstdint>
#include <vector>

#include <nlohmann/json.hpp>

namespace limn {

// A byte a pixel, row by row, 1 inside. Errors, without a subject: Damaged. Throws what the JSON
// library throws.
Result<std::vector<std::uint8_t>> cocoPixels(const nlohmann::json& segmentation, Size size);

} // namespace limn
