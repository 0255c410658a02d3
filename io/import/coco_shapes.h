// The pixels of COCO's segmentations: polygons, and run lengths as numbers or letters.
#pragma once

#include "model/data/error.h"
#include "model/data/size.h"

#include <cstdint>
#include <vector>

#include <nlohmann/json.hpp>

namespace limn {

// The part of a picture that a shape lies in.
struct CocoPixels {
    Rect box;
    std::vector<std::uint8_t> inside; // of the box, a byte a pixel, row by row; 1 inside
};

// Errors, without a subject: Damaged. Throws what the JSON library throws.
Result<CocoPixels> cocoPixels(const nlohmann::json& segmentation, Size size);

} // namespace limn
