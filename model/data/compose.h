// The third layer: what is shown as mask and exported, made of the model's map and a person's bytes.
#pragma once

#include "model/data/label_layers.h"
#include "model/data/step.h"

namespace limn {

// Writes `box` of `labels` (one slice, row by row): the human byte where there is one, else the label
// with the highest probability, background weighted by tau / (1 - tau). Class k of the map is label k.
// An empty map means background everywhere. 0 < tau < 1; human, labels: size.area() bytes each.
void composeInto(std::span<Label> labels, std::span<const Label> human, const ProbabilityMap& map,
                 double tau, Size size, Rect box);

} // namespace limn
