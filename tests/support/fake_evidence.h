// What the fake model makes of strokes and of several chains.
#pragma once

#include "model/segmenter.h"

namespace limn {

inline constexpr int fakeReach = 4; // pixels around a stroke that follow it

// The said pixels get their class for certain; those within fakeReach of one lean to its class.
void believe(Step& step, const Evidence& evidence);

// Votes of so many chains, each of which has a disc of its own size around the step's.
std::shared_ptr<const Spread> fakeSpread(const ProbabilityMap& map, int chains);

} // namespace limn
