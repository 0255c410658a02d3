#include "io/work/kept_image.h"

namespace limn {

StateUpdate updateOf(StudyState state)
{
    StateUpdate update{state.labels,
                       state.threshold,
                       state.baseStep,
                       state.status,
                       state.secondsSpent,
                       {},
                       std::move(state.looks),
                       std::move(state.notes)};
    for (std::size_t slice = 0; slice < state.baseMaps.size(); ++slice)
        if (!state.baseMaps[slice].isEmpty())
            update.maps[static_cast<int>(slice)] = {
                std::make_shared<const ProbabilityMap>(std::move(state.baseMaps[slice])),
                slice < state.runs.size() ? std::move(state.runs[slice]) : RunFacts{}};
    return update;
}

} // namespace limn
