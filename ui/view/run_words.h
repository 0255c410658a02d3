// How far a run is, in words.
#pragma once

#include "model/data/step.h"

#include <QString>

#include <vector>

namespace limn {

// "3 / 10 · 1.23 s, about 4 s left"; why it ended early. `expected`: steps of the run in progress,
// 0 when none is.
QString runWords(const std::vector<StepPtr>& steps, int expected);

// What the steps to come may take; 0 when nothing is known.
double secondsLeft(const std::vector<StepPtr>& steps, int count);

} // namespace limn
