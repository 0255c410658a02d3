#include "model/segmenter.h"

namespace limn {
namespace {

bool isGrey(const Slice& slice)
{
    for (std::size_t i = 0; i + 2 < slice.values.size(); i += 3)
        if (slice.values[i] != slice.values[i + 1] || slice.values[i] != slice.values[i + 2])
            return false;
    return true;
}

Result<SlicePtr> adapted(const SlicePtr& slice, int channels)
{
    if (slice->channels == channels)
        return slice;
    auto made = std::make_shared<Slice>();
    made->size = slice->size;
    made->channels = channels;
    made->padding = slice->padding;
    made->values.reserve(slice->size.area() * static_cast<std::size_t>(channels));
    if (slice->channels == 1 && channels == 3) {
        for (const float value : slice->values)
            made->values.insert(made->values.end(), 3, value);
        return made;
    }
    if (slice->channels == 3 && channels == 1 && isGrey(*slice)) {
        for (std::size_t i = 0; i < slice->values.size(); i += 3)
            made->values.push_back(slice->values[i]);
        return made;
    }
    return fail(ErrorCode::ChannelsMismatch, "",
                std::to_string(slice->channels) + " channels, the model wants " + std::to_string(channels));
}

// Each pixel's three values next to each other.
SlicePtr joined(const Slice& before, const Slice& slice, const Slice& after)
{
    auto made = std::make_shared<Slice>();
    made->size = slice.size;
    made->channels = 3;
    made->padding = slice.padding;
    made->values.reserve(3 * slice.values.size());
    for (std::size_t i = 0; i < slice.values.size(); ++i)
        made->values.insert(made->values.end(),
                            {before.values[i], slice.values[i], after.values[i]});
    return made;
}

} // namespace

SliceNeighbours neighboursOf(const Volume& volume, int slice)
{
    const int stack = volume.depth();
    SliceNeighbours neighbours;
    if (slice % stack > 0)
        neighbours.before = slice - 1;
    if (slice % stack < stack - 1 && slice + 1 < volume.sliceCount())
        neighbours.after = slice + 1;
    return neighbours;
}

void setSlices(SegmentRequest& request, const Volume& volume, int slice, const ModelCard& card)
{
    const auto at = [&volume](std::optional<int> index) {
        return index ? volume.slices[static_cast<std::size_t>(*index)] : nullptr;
    };
    const bool hasNeighbours = card.input == InputKind::Neighbours;
    const auto neighbours = hasNeighbours ? neighboursOf(volume, slice) : SliceNeighbours{};
    request.slice = at(slice);
    request.before = at(neighbours.before);
    request.after = at(neighbours.after);
}

Result<SlicePtr> inputOf(const SlicePtr& slice, const SlicePtr& before, const SlicePtr& after,
                         const ModelCard& card)
{
    if (card.input != InputKind::Neighbours)
        return adapted(slice, card.channels);
    const auto grey = [&slice](const SlicePtr& one) {
        return adapted(one && one->size == slice->size ? one : slice, 1);
    };
    const auto below = grey(before), own = grey(slice), above = grey(after);
    for (const auto* const one : {&below, &own, &above})
        if (!*one)
            return std::unexpected(one->error());
    return joined(**below, **own, **above);
}

} // namespace limn
