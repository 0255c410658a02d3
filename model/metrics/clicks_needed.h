// The number of clicks (NoC) of interactive segmentation.
#pragma once

#include <span>

namespace limn {

// `dices[n]` is the Dice after n clicks, from 0 on. The first n that reaches `target`; `most` when
// none within `most` clicks does (as RITM and its relatives count it).
inline int clicksNeeded(std::span<const double> dices, double target, int most)
{
    for (int n = 0; n < static_cast<int>(dices.size()) && n <= most; ++n)
        if (dices[static_cast<std::size_t>(n)] >= target)
            return n;
    return most;
}

} // namespace limn
