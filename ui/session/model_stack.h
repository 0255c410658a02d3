// Layer 1 of a study: what the model said. All steps of the slice that is shown; of the other
// slices the base step's posterior, a byte a value.
#pragma once

#include "model/data/compose.h"
#include "model/data/quantised_map.h"
#include "model/data/step.h"
#include "model/data/study_state.h"

#include <optional>
#include <vector>

namespace limn {

class ModelStack {
public:
    explicit ModelStack(int sliceCount = 0);

    // A base map of an earlier day: there are no steps to it.
    void restore(int slice, const ProbabilityMap& map, int baseStep, const RunFacts& facts,
                 double tau);

    // Announces a run. What the slice has stays until the run's first step is added.
    void begin(int slice, const RunFacts& facts);
    void end(); // a run without a step leaves nothing

    // The step becomes the slice's base step.
    void add(int slice, StepPtr step, double tau);
    bool setBase(int index); // of the shown slice; false when that step is not there

    // Shows another slice: keeps the base posterior of the one before, drops its steps. `tau` is
    // where its mask must not change by rounding.
    void show(int slice, double tau);

    // The oldest steps of the shown slice, as many as lie above the limit (the last two and the
    // base step stay); each is given once.
    std::vector<StepPtr> takeCold(std::size_t limitBytes);

    const std::vector<StepPtr>& steps() const { return m_steps; } // of the shown slice
    StepPtr base() const { return m_base; }
    const ProbabilityMap& map() const; // of the shown slice; may be empty
    ProbabilityMap mapOf(int slice) const;
    bool hasMap(int slice) const;
    int baseIndex(int slice) const { return at(slice).baseStep; } // 1..; 0: none
    const RunFacts& facts(int slice) const { return at(slice).facts; }
    int run(int slice) const { return at(slice).run; } // its number; 0: no run since the opening
    // The last answer of the run before, of the shown slice; empty when there was none.
    const ProbabilityMap& mapBefore() const { return m_before; }
    const RunFacts& factsBefore() const { return m_factsBefore; }
    // Another number whenever the model itself has replaced the slice's base: at each step that
    // arrives.
    int version(int slice) const { return at(slice).version; }

    void compose(int slice, std::span<Label> labels, std::span<const Label> human, double tau,
                 Size size, Rect box) const;

private:
    struct SliceMap {
        QuantisedMap kept; // out of date while the slice is shown
        int baseStep = 0;
        int version = 0;
        int run = 0;
        RunFacts facts;
    };
    struct Announced {
        int slice;
        RunFacts facts;
    };

    const SliceMap& at(int slice) const { return m_slices[static_cast<std::size_t>(slice)]; }
    void clearSteps();
    void adopt(Announced announced);
    SliceMap& at(int slice) { return m_slices[static_cast<std::size_t>(slice)]; }

    std::vector<SliceMap> m_slices;
    int m_shown = 0;
    std::vector<StepPtr> m_steps;
    std::size_t m_coldCount = 0; // of m_steps, from the front: given by takeCold()
    StepPtr m_base; // one of m_steps, or null
    ProbabilityMap m_restored; // of the shown slice while it has no base step
    ProbabilityMap m_before;
    RunFacts m_factsBefore;
    std::optional<Announced> m_announced;
    int m_versions = 0, m_runs = 0; // given out so far
};

} // namespace limn
