// One run of the model on a slice: its steps, and which of them makes the mask.
#pragma once

#include "model/data/agreed_map.h"
#include "model/data/step.h"
#include "model/data/study_state.h"

#include <optional>
#include <vector>

namespace limn {

struct ModelRun {
    RunFacts facts;
    std::vector<StepPtr> steps;
    StepPtr base = {}; // one of the steps; null before the first
    StepPtr origin = {}; // of a re-run: the step of a run without strokes that it went on from
    int version = 0; // another number at each step that arrives
    int number = 0; // of the run, from 1
    std::size_t coldCount = 0; // of the steps, from the first: given by ModelStack::takeCold()

    // The map that the threshold is laid on: the base step's, or by the votes of its chains.
    const ProbabilityMap& deciding() const { return m_agreed ? *m_agreed : base->posterior; }
    void decide(double tau) // after every change of base, tau or facts.agreement
    {
        m_agreed.reset();
        if (facts.agreement > 0 && base && base->spread)
            m_agreed = agreedMap(base->posterior, base->spread->votes, facts.agreement, tau);
    }

private:
    std::optional<ProbabilityMap> m_agreed;
};

} // namespace limn
