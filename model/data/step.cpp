#include "model/data/step.h"

namespace limn {

std::span<const float> ProbabilityMap::of(int classIndex) const
{
    return std::span(values).subspan(static_cast<std::size_t>(classIndex) * size.area(), size.area());
}

std::size_t bytesOf(const Step& step)
{
    std::size_t values = 0;
    for (const ProbabilityMap* map :
         {&step.posterior, &step.semantic, &step.generative, &step.state, &step.finalState})
        values += map->values.size();
    values += step.entropy.values.size() + step.surprise.values.size();
    if (!step.spread)
        return values * sizeof(float);
    const Spread& spread = *step.spread;
    values += spread.expectedEntropy.values.size() + spread.mutualInformation.values.size()
        + spread.votes.values.size();
    std::size_t bytes = values * sizeof(float);
    for (const auto& chain : spread.labels)
        bytes += chain.size();
    return bytes;
}

} // namespace limn
