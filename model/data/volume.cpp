#include "model/data/volume.h"

#include <algorithm>
#include <cmath>

namespace limn {

SliceSource SourceRef::at(int slice) const
{
    const auto index = static_cast<std::size_t>(slice);
    if (files.size() > 1)
        return {files[index], 0};
    return {files.front(), frames.empty() ? slice : frames[index]};
}

int Volume::depth() const
{
    if (timesMs.size() == slices.size() && timesMs.size() > 1)
        return 1;
    return stackSlices > 0 ? stackSlices : sliceCount();
}

bool isGrey(const Slice& slice)
{
    if (slice.channels == 1)
        return true;
    for (std::size_t i = 0; i + 2 < slice.values.size(); i += 3)
        if (slice.values[i] != slice.values[i + 1] || slice.values[i] != slice.values[i + 2])
            return false;
    return true;
}

SlicePtr firstRead(const Volume& volume)
{
    const auto read = std::ranges::find_if(volume.slices, [](const SlicePtr& slice) {
        return slice != nullptr;
    });
    return read == volume.slices.end() ? nullptr : *read;
}

DisplayWindow percentileWindow(const Slice& slice)
{
    if (slice.channels == 3)
        return {127.5, 255, {}};
    std::vector<float> values;
    values.reserve(slice.values.size());
    for (const float value : slice.values)
        if (std::isfinite(value) && value != slice.padding)
            values.push_back(value);
    if (values.empty())
        return {};
    const auto quantile = [&values](double share) {
        const auto place = values.begin()
            + static_cast<std::ptrdiff_t>(std::lround(share * static_cast<double>(values.size() - 1)));
        std::nth_element(values.begin(), place, values.end());
        return static_cast<double>(*place);
    };
    const double low = quantile(0.001);
    const double high = quantile(0.999);
    const double level = (low + high) / 2;
    return {level, std::max(high - low, 1e-6 * std::max(1.0, std::abs(level))), {}};
}

} // namespace limn
