// Whether probabilities mean what they say: likelihood and calibration error of one map.
#pragma once

#include "model/data/label_table.h"
#include "model/metrics/distance_transform.h"

namespace limn {

struct CalibrationScore {
    double likelihood = 0; // mean negative log likelihood of the reference, nats a pixel
    double error =
        0; // expected calibration error: 15 equal bins of the likeliest class's probability
    std::uint64_t pixels = 0;
};

// `probabilities` class by class (0 = background), each of the reference's size; `region` not 0
// where pixels count. Probabilities below 1e-12 count as that. NaN when the region is empty.
CalibrationScore calibrationOf(std::span<const float> probabilities, int classes,
                               std::span<const Label> reference,
                               std::span<const std::uint8_t> region);

// Where calibration is looked at: the reference's foreground and what lies within 1/16 of the
// picture's longer side of it, so that a large easy background says nothing. Everywhere when there
// is no foreground.
std::vector<std::uint8_t> dilatedForeground(std::span<const Label> reference, Size size);

} // namespace limn
