// The claims of the ablation table (docs/method.md) and what must be seen for each.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace limn {

enum class Source { Scores, Kernels, Clicks, Corruptions, Uncertainty, Latents };

// A subject of measurements.h without its set. steps 0: the plan's K (1 of a direct model).
struct Term {
    Source source = Source::Scores;
    std::string arm;
    std::string variant = "posterior";
    int steps = 0;
};

// weight * (plus - minus), or weight * plus.
struct Quantity {
    Term plus;
    std::optional<Term> minus = {};
    double weight = 1;
};

// Above: the 95 % interval of the difference lies above `least`. NotBelow: its mean is that or
// more. NoFall: its interval does not lie below.
enum class Demand { Above, NotBelow, NoFall };

// Of larger - smaller, paired by image and seed.
struct Condition {
    std::string words;
    Quantity larger, smaller;
    std::string metric = "Dice";
    Demand demand = Demand::Above;
    double least = 0;
};

struct Claim {
    std::string row; // "A0"
    std::string words;
    std::vector<Condition> conditions; // all must hold
    bool hasPremise = false; // the first must hold for the others to mean anything
};

// `kernelCounts`: the K of the plan's kernel study, in rising order;
// `kernelArms`: its arms.
std::vector<Claim> claims(const std::vector<int>& kernelCounts,
                          const std::vector<std::string>& kernelArms);

} // namespace limn
