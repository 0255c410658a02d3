#include "model/data/step.h"

namespace limn {

std::span<const float> ProbabilityMap::of(int classIndex) const
{
    return std::span(values).subspan(static_cast<std::size_t>(classIndex) * size.area(), size.area());
}

} // namespace limn
