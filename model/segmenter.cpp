#include "model/segmenter.h"

namespace limn {
namespace {

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
                std::to_string(slice->channels) + " channels, the model wants "
                    + std::to_string(channels));
}

// Each pixel's values next to each other.
SlicePtr joined(const std::vector<SlicePtr>& slices)
{
    auto made = std::make_shared<Slice>();
    made->size = slices.front()->size;
    made->channels = static_cast<int>(slices.size());
    made->padding = slices.front()->padding;
    made->values.reserve(slices.size() * made->size.area());
    for (std::size_t i = 0; i < made->size.area(); ++i)
        for (const SlicePtr& slice : slices)
            made->values.push_back(slice->values[i]);
    return made;
}

// Neighbours: by the one in the middle where one is missing or has another size.
std::vector<SlicePtr> filled(std::vector<SlicePtr> slices)
{
    const SlicePtr own = slices[slices.size() / 2];
    for (SlicePtr& slice : slices)
        if (!slice || slice->size != own->size)
            slice = own;
    return slices;
}

} // namespace

std::vector<int> inputSlices(const Volume& volume, int slice, const ModelCard& card)
{
    const int stack = volume.depth(), place = slice % stack;
    if (card.input == InputKind::Neighbours) {
        const bool hasAfter = place < stack - 1 && slice + 1 < volume.sliceCount();
        return {place > 0 ? slice - 1 : slice, slice, hasAfter ? slice + 1 : slice};
    }
    if (card.input != InputKind::Contrasts || volume.volumeCount() != card.channels)
        return {slice};
    std::vector<int> slices;
    for (int i = 0; i < card.channels; ++i)
        slices.push_back(place + i * stack);
    return slices;
}

void setSlices(SegmentRequest& request, const Volume& volume, int slice, const ModelCard& card)
{
    request.slice = volume.slices[static_cast<std::size_t>(slice)];
    request.inputs.clear();
    for (const int index : inputSlices(volume, slice, card))
        request.inputs.push_back(volume.slices[static_cast<std::size_t>(index)]);
}

Result<SlicePtr> inputOf(const std::vector<SlicePtr>& slices, const ModelCard& card)
{
    if (card.input != InputKind::Neighbours && card.input != InputKind::Contrasts)
        return adapted(slices.front(), card.channels);
    if (slices.size() != static_cast<std::size_t>(card.channels))
        return fail(ErrorCode::ChannelsMismatch, "",
                    "the model wants " + std::to_string(card.channels) + " volumes in one file");
    std::vector<SlicePtr> grey = card.input == InputKind::Neighbours ? filled(slices) : slices;
    for (SlicePtr& slice : grey) {
        if (!slice || slice->size != grey.front()->size)
            return fail(ErrorCode::BadData, "", "volumes of several sizes");
        auto one = adapted(slice, 1);
        if (!one)
            return one;
        slice = std::move(*one);
    }
    return joined(grey);
}

} // namespace limn
