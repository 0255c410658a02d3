// A seeded bootstrap over patients.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace limn {

struct SumAndCount {
    double sum = 0;
    int count = 0;
};

struct Interval {
    double low = 0;
    double high = 0;
};

// Draws as many patients as there are, with replacement, `resamples` times. columns[k][p] = sum and
// number of the k-th quantity's valid values in patient p. Each resample gives column k its mean;
// the result holds a 95 % percentile interval a column and, last, that of the mean over the columns
// (their values weigh alike). NaN where no value is valid. The same seed gives the same draws on
// every machine.
std::vector<Interval> bootstrapIntervals(std::span<const std::vector<SumAndCount>> columns,
                                         int resamples, std::uint64_t seed);

} // namespace limn
