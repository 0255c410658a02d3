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

} // namespace

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

} // namespace limn
