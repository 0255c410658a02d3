#include "model/data/slice_memory.h"

#include <algorithm>
#include <cstdlib>

namespace limn {
namespace {

std::size_t bytesOf(const SlicePtr& slice)
{
    return slice ? slice->values.size() * sizeof(float) + slice->graphics.size() : 0;
}

} // namespace

void keepNear(Volume& volume, int shown, std::size_t bytes)
{
    std::size_t taken = 0;
    std::vector<int> read;
    for (int slice = 0; slice < volume.sliceCount(); ++slice)
        if (const auto own = bytesOf(volume.slices[static_cast<std::size_t>(slice)]); own > 0) {
            taken += own;
            read.push_back(slice);
        }
    std::ranges::sort(read, std::greater{}, [shown](int slice) { return std::abs(slice - shown); });
    for (const int slice : read) {
        if (taken <= bytes || std::abs(slice - shown) <= 1)
            return;
        SlicePtr& place = volume.slices[static_cast<std::size_t>(slice)];
        taken -= bytesOf(place);
        place.reset();
    }
}

} // namespace limn
