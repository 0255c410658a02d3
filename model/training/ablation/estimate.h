// Means and paired differences over images, with intervals over patients.
#pragma once

#include "model/training/ablation/measurements.h"

namespace limn {

struct Estimate {
    double mean = 0; // mean over classes of the means over images and seeds; NaN without values
    double deviation = 0; // over images, of their means over seeds and classes
    double seedDeviation = 0; // of the seeds' own means; NaN with one seed
    double low = 0, high = 0; // 95 % bootstrap, whole patients drawn with all their seeds
    int images = 0, patients = 0, seeds = 0;
    int seedsAbove = 0; // whose own mean is above 0
};

inline constexpr int resamples = 10000;

Estimate estimateOf(const std::map<Pairing, Measured>& values, std::size_t metric);

// a - b of the same image, class and seed; pairs of which one value is excluded are left out.
std::map<Pairing, Measured> differences(const std::map<Pairing, Measured>& a,
                                        const std::map<Pairing, Measured>& b);

} // namespace limn
