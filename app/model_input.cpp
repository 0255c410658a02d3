#include "app/model_input.h"

namespace limn {

Result<SlicePtr> readInto(Volume& volume, int slice, ImportClient& client,
                          const std::stop_token& stop)
{
    SlicePtr& place = volume.slices[static_cast<std::size_t>(slice)];
    if (!place) {
        auto read = client.readSlice(volume.source.at(slice), stop);
        if (!read)
            return read;
        place = std::move(*read);
    }
    return place;
}

Result<SlicePtr> modelInput(Volume& volume, int slice, ImportClient& client, const ModelCard& card,
                            const std::stop_token& stop)
{
    const auto read = [&](std::optional<int> index) -> Result<SlicePtr> {
        return index ? readInto(volume, *index, client, stop) : nullptr;
    };
    SliceNeighbours neighbours;
    if (card.input == InputKind::Neighbours)
        neighbours = neighboursOf(volume, slice);
    const auto own = read(slice), before = read(neighbours.before), after = read(neighbours.after);
    for (const auto* const one : {&own, &before, &after})
        if (!*one)
            return std::unexpected(one->error());
    auto input = inputOf(*own, *before, *after, card);
    if (!input)
        input.error().subject = volume.source.at(slice).file.filename().string();
    return input;
}

} // namespace limn
