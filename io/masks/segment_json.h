// What a segment of a DICOM segmentation says of itself, as io/import/seg_request.h reads it.
#pragma once

#include "io/masks/deciders.h"

#include <nlohmann/json.hpp>

namespace limn {

nlohmann::json segmentJson(const MaskExport& masks, const LabelRow& row, const LabelShare& share);

// The model's probability alone: no person's pixels in it.
nlohmann::json probabilityJson(const MaskExport& masks, const LabelRow& row);

} // namespace limn
