// What a request may ask of a model.
#pragma once

#include "model/segmenter.h"

namespace limn {

// BadArgument or ChannelsMismatch, with the reason. `mapSize`: of the model's maps of this picture.
Result<void> checkedPicture(const SegmentRequest& request, const ModelCard& card);
Result<void> checkedOptions(const SegmentRequest& request, const ModelCard& card, Size mapSize);

} // namespace limn
