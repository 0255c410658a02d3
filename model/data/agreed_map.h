// The mask by the votes of several chains: a pixel has a label where enough of them say so.
#pragma once

#include "model/data/step.h"

namespace limn {

// The posterior (on the picture's grid), moved by as little as makes composeInto() at `tau` decide
// by the votes: the foreground class with most of them (ties: the lower) where its share is at
// least `share`, else the background. `votes` may lie on a smaller grid of the same rectangle.
// 0 < share <= 1.
ProbabilityMap agreedMap(const ProbabilityMap& posterior, const ProbabilityMap& votes,
                         double share, double tau);

} // namespace limn
