// Layer 1 of a study: what the model said. All steps of the slice that is shown; of the other
// slices the base step's posterior, a byte a value.
#pragma once

#include "model/data/compose.h"
#include "model/data/quantised_map.h"
#include "ui/session/model_run.h"

#include <deque>
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
    // Announces a candidate: a run of the shown slice beside the one that is there. It is shown from
    // its first step on; an earlier candidate gives way to it.
    void beginCandidate(const RunFacts& facts, StepPtr origin);
    void end(); // a run without a step leaves nothing

    // The step becomes its run's base step. False where the run was a candidate that is gone.
    bool add(int slice, StepPtr step, double tau);
    bool setBase(int index); // of the shown run; false when that step is not there
    bool setAgreement(double share); // false where the shown base step is not one of several chains
    void decide(double tau); // after any change of the shown slice, and of tau

    // Shows another slice: keeps the base posterior of the one before, drops its steps. `tau` is
    // where its mask must not change by rounding.
    void show(int slice, double tau);

    // The oldest steps of the shown slice's runs, as many as lie above the limit (of each run the last
    // two and the base step stay); each is given once.
    std::vector<StepPtr> takeCold(std::size_t limitBytes);

    const std::vector<StepPtr>& steps() const { return m_run.steps; } // of the shown run
    StepPtr base() const { return m_run.base; }
    const ProbabilityMap& map() const; // of the shown slice; may be empty
    ProbabilityMap decidingMap(int slice) const; // what makes the mask: see ModelRun
    bool hasMap(int slice) const;
    int classes(int slice) const; // of its map; 0: none
    int baseIndex(int slice) const { return at(slice).baseStep; } // 1..; 0: none
    const RunFacts& facts(int slice) const { return at(slice).facts; }
    int run(int slice) const { return at(slice).run; } // its number; 0: no run since the opening
    // The last answer of the other run, else of the run before, of the shown slice; empty when there
    // was none.
    const ProbabilityMap& mapBefore() const;
    const RunFacts& factsBefore() const { return m_other ? m_other->facts : m_factsBefore; }
    // Another number whenever the model itself has replaced the slice's base: at each step that
    // arrives.
    int version(int slice) const { return at(slice).version; }

    // Two runs of the shown slice: A was there, B is the candidate.
    const ModelRun& shownRun() const { return m_run; }
    const ModelRun* other() const { return m_other ? &*m_other : nullptr; } // null: no candidate
    bool isCandidateShown() const { return m_isCandidateShown; }
    void swap(); // shows the other
    void take(); // the shown one stays; the other is put away
    void drop(); // A is shown again and stays; nothing of B that still arrives is taken
    bool putRun(int version); // shows a run that was put away; false when it is not there any more

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
        StepPtr origin; // of a candidate
    };
    enum class Target { Run, Candidate, Nothing }; // where the steps of the run in progress go

    const SliceMap& at(int slice) const { return m_slices[static_cast<std::size_t>(slice)]; }
    SliceMap& at(int slice) { return m_slices[static_cast<std::size_t>(slice)]; }
    void startAnnounced();
    void put(ModelRun run); // shows it
    void note(); // what the shown slice says of its run

    std::vector<SliceMap> m_slices;
    int m_shown = 0;
    ModelRun m_run; // of the shown slice
    std::optional<ModelRun> m_other;
    bool m_isCandidateShown = false;
    std::deque<ModelRun> m_putAway; // the last few that gave way to a candidate
    ProbabilityMap m_restored; // of the shown slice while it has no base step
    ProbabilityMap m_before;
    RunFacts m_factsBefore;
    std::optional<Announced> m_announced;
    Target m_target = Target::Run;
    int m_versions = 0, m_runs = 0; // given out so far
};

} // namespace limn
