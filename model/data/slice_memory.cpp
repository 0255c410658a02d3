#include "model/data/slice_memory.h"

#include "model/data/model_card.h"

#include <algorithm>
#include <cstdlib>

namespace limn {
namespace {

std::size_t bytesOf(const SlicePtr& slice)
{
    return slice ? slice->values.size() * sizeof(float) + slice->graphics.size() : 0;
}

// How many slices away; in a file of two to four volumes, which may be contrasts, the same place of
// another volume is one away.
int distanceOf(const Volume& volume, int slice, int shown)
{
    const int along = std::abs(slice - shown), depth = volume.depth();
    if (!isChannelCount(InputKind::Contrasts, volume.volumeCount()))
        return along;
    const int across = std::abs(slice % depth - shown % depth) + (slice / depth != shown / depth);
    return std::min(along, across);
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
    const auto distance = [&](int slice) { return distanceOf(volume, slice, shown); };
    std::ranges::sort(read, std::greater{}, distance);
    for (const int slice : read) {
        if (taken <= bytes || distance(slice) <= 1)
            return;
        SlicePtr& place = volume.slices[static_cast<std::size_t>(slice)];
        taken -= bytesOf(place);
        place.reset();
    }
}

} // namespace limn
