// How doubtful the model is at each place of a picture.
#pragma once

#include "model/data/step.h"

namespace limn {

enum class DoubtSource {
    Entropy, // of the posterior
    Parts, // how far the semantic and the generative map are apart: half their L1 distance
    Chains, // mutual information of several chains
};

// Entropy of the map, 0..1 (divided by log C), taken at the middle pixel of blocks of `blockSide`
// pixels; the last column and row of blocks may be narrower.
ScalarMap entropyOf(const ProbabilityMap& map, int blockSide = 1);

// On a grid of `grid` over the same rectangle, 0..1; without values where the step has no such
// maps.
ScalarMap doubtOf(const Step& step, DoubtSource source, Size grid);

} // namespace limn
