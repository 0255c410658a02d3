// `limn-train bench`: what an iteration costs.
#pragma once

#include "model/data/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limn {

struct BenchOptions {
    std::filesystem::path set;
    std::vector<std::string> arms; // besides full; empty: all
    std::string network = "small";
    std::string device = "cpu";
    int side = 128;
    int batch = 8;
    int threads = 1;
    int repeats = 15;
    bool isMixed = false; // bf16 in the image branch
};

// Prints for every arm the processor's (on a GPU: the clock's) seconds an iteration, its ratio to
// the full model's, and for the full model its ratio to the network's bare operations: forward
// passes, losses, gradients and the optimiser on a batch that lies ready, without augmentation,
// clicks, mixture, averages. All take turns; each figure is the least of its repeats.
Result<void> bench(const BenchOptions& options);

} // namespace limn
