// The move from one noise level to the next (docs/architecture.md, "The chain").
#pragma once

#include <string_view>

namespace limn {

enum class Kernel {
    PosteriorMean, // eta = 0: deterministic after the first noise; for work
    Ancestral,     // eta = 1: noise at every move; for watching
};

inline std::string_view nameOf(Kernel kernel)
{
    return kernel == Kernel::Ancestral ? "ancestral" : "posterior-mean";
}

} // namespace limn
