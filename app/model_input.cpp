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
    std::vector<SlicePtr> slices;
    for (const int index : inputSlices(volume, slice, card)) {
        auto read = readInto(volume, index, client, stop);
        if (!read)
            return read;
        slices.push_back(std::move(*read));
    }
    auto input = inputOf(slices, card);
    if (!input)
        input.error().subject = volume.source.at(slice).file.filename().string();
    return input;
}

} // namespace limn
