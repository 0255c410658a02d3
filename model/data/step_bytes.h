// How much memory a step's maps take.
#pragma once

#include "model/data/step.h"

#include <cstddef>

namespace limn {

inline std::size_t bytesOf(const Step& step)
{
    std::size_t values = step.entropy.values.size() + step.surprise.values.size();
    for (const ProbabilityMap* map :
         {&step.posterior, &step.semantic, &step.generative, &step.state, &step.finalState})
        values += map->values.size();
    std::size_t labels = 0;
    if (step.spread) {
        values += step.spread->expectedEntropy.values.size()
            + step.spread->mutualInformation.values.size() + step.spread->votes.values.size();
        for (const auto& chain : step.spread->labels)
            labels += chain.size();
    }
    return values * sizeof(float) + labels;
}

} // namespace limn
