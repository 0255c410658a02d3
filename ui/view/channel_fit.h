// Whether a picture's channels suit a model.
#pragma once

#include "model/data/model_card.h"
#include "model/data/volume.h"

#include <QString>

namespace limn {

// Why the model can't take the slice; empty when it can: grey for a colour model, and colour whose
// channels are equal everywhere for a grey one or one of neighbouring slices, lose nothing.
QString channelObstacle(const Slice& slice, const ModelCard& model);

} // namespace limn
