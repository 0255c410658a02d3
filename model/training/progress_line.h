// The progress line of a training: one line that is renewed on a terminal, a line every 25
// iterations in a file.
#pragma once

#include "model/training/trainer.h"

#include <chrono>

namespace limn {

class ProgressLine {
public:
    ProgressLine(int firstIteration, int iterations);
    void show(int iteration, const IterationReport& report);

private:
    int m_first = 0;
    int m_iterations = 0;
    bool m_isTerminal = false;
    std::chrono::steady_clock::time_point m_began;
    IterationReport m_mean; // running
};

} // namespace limn
