// `limn-train evaluate` and `limn-train check`: what a model is worth, and whether a device
// computes it.
#pragma once

#include "model/segmenter.h"

namespace limn {

struct EvaluateOptions {
    std::filesystem::path model, set;
    std::filesystem::path ids; // names to judge; empty: all
    std::string device = "cpu";
    int steps = 3;
    Kernel kernel = Kernel::PosteriorMean;
    std::uint64_t seed = 0;
    int threads = 1;
    std::filesystem::path csv; // one row a case and class; empty: none
};

// Prints Dice, IoU, precision, recall and HD95 on each image's own grid.
Result<void> evaluate(const EvaluateOptions& options);

struct CheckOptions {
    std::filesystem::path model;
    std::string device = "cpu";
    int threads = 1;
};

// Runs a made picture on the CPU and on the device (with "cpu": twice), compares every step's maps
// and prints the largest differences and the times. Internal when a map differs by more than 1e-4.
Result<void> check(const CheckOptions& options);

} // namespace limn
