// How far the surfaces of two masks lie apart: the 95 % Hausdorff distance in its two usual forms.
#pragma once

#include "model/metrics/distance_transform.h"

#include <optional>

namespace limn {

struct HausdorffDistance {
    double pooled =
        0; // 95th percentile of the distances in both directions together (as MedPy's hd95)
    double maximum = 0; // the larger of the two directed 95th percentiles (as MONAI's)
};

// Surface: mask without its erosion by the cross of 4 (a stack: 6) neighbours, outside counting as
// background. Distances of every surface place to the other surface, in the grid's unit;
// percentiles interpolate linearly. Nothing when either mask is empty.
std::optional<HausdorffDistance> hausdorffDistance95(std::span<const std::uint8_t> a,
                                                     std::span<const std::uint8_t> b,
                                                     const Grid& grid);

// The p-quantile (0..1) with linear interpolation between the neighbours in order; `values` is not
// empty.
double quantile(std::vector<double> values, double p);

} // namespace limn
