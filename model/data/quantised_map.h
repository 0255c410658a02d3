// A probability map in a byte a value: for slices that are not on the screen, and for the work
// file.
#pragma once

#include "model/data/step.h"

#include <cstdint>
#include <vector>

namespace limn {

// As ProbabilityMap; a byte b stands for b / 255.
struct QuantisedMap {
    Size size;
    int classes = 0;
    std::vector<std::uint8_t> values;

    bool isEmpty() const { return values.empty(); }
};

// Rounded to the nearest byte. Where rounding would move a pixel across the decision at `tau` (see
// composeInto), its bytes are moved by as little as keeps the decision: the mask stays the same.
QuantisedMap quantised(const ProbabilityMap& map, double tau);

ProbabilityMap expanded(const QuantisedMap& map);

} // namespace limn
