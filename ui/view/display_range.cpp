#include "ui/view/display_range.h"

#include <algorithm>
#include <cmath>

namespace limn {

DisplayWindow automaticWindow(const Slice& slice)
{
    constexpr std::size_t enough = 200'000;
    const std::size_t stride = slice.values.size() / enough + 1;
    if (slice.channels == 3 || stride == 1)
        return percentileWindow(slice);
    Slice sample;
    sample.padding = slice.padding;
    // A stride that shares no factor with the width would be best; an odd one is good enough.
    for (std::size_t i = 0; i < slice.values.size(); i += stride | 1)
        sample.values.push_back(slice.values[i]);
    sample.size = {static_cast<int>(sample.values.size()), 1};
    return percentileWindow(sample);
}

DisplayWindow fullWindow(const Slice& slice)
{
    if (slice.channels == 3)
        return percentileWindow(slice);
    float low = INFINITY;
    float high = -INFINITY;
    for (const float value : slice.values)
        if (std::isfinite(value) && value != slice.padding) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    if (low > high)
        return {};
    const double span = static_cast<double>(high) - static_cast<double>(low);
    return {(static_cast<double>(low) + static_cast<double>(high)) / 2, std::max(span, 1e-6), {}};
}

} // namespace limn
