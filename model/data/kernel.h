// The move from one noise level to the next (docs/method.md, 5).
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace limn {

enum class Kernel {
    PosteriorMean, // eta = 0: deterministic after the first noise; for work
    Ancestral, // eta = 1: noise at every move; for watching and for several chains
    Ddim, // not Markov; to compare
    Renoising, // forgets the state, new noise on the estimate; to compare
};

inline constexpr std::array kernels{Kernel::PosteriorMean, Kernel::Ancestral, Kernel::Ddim,
                                    Kernel::Renoising};

inline std::string_view nameOf(Kernel kernel)
{
    switch (kernel) {
    case Kernel::PosteriorMean: return "posterior-mean";
    case Kernel::Ancestral: return "ancestral";
    case Kernel::Ddim: return "ddim";
    case Kernel::Renoising: return "re-noising";
    }
    return "";
}

inline std::optional<Kernel> kernelNamed(std::string_view name)
{
    for (const Kernel kernel : kernels)
        if (nameOf(kernel) == name)
            return kernel;
    return std::nullopt;
}

} // namespace limn
