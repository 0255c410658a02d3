// Whether a picture's channels suit a model.
#pragma once

#include "model/data/model_card.h"
#include "model/data/volume.h"

#include <QString>

#include <vector>

namespace limn {

// Why the model can't take a slice of the volume that has been read; empty when it can: grey for a
// colour model, and colour whose channels are equal everywhere for one of grey slices, lose
// nothing.
QString channelObstacle(const Volume& volume, const Slice& slice, const ModelCard& model);

// The same, with the ones of `models` that can take it.
QString channelAdvice(const Volume& volume, const Slice& slice, const ModelCard& model,
                      const std::vector<ModelCard>& models);

} // namespace limn
