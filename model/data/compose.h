// The third layer: what is shown as mask and exported, made of the model's map and a person's
// bytes.
#pragma once

#include "model/data/label_layers.h"
#include "model/data/quantised_map.h"
#include "model/data/step.h"

namespace limn {

// Writes `box` of `labels` (one slice, row by row): the human byte where there is one, else the
// label with the highest probability, background weighted by tau / (1 - tau). Class k of the map is
// label k. An empty map means background everywhere. 0 < tau < 1; human, labels: size.area() bytes
// each.
void composeInto(std::span<Label> labels, std::span<const Label> human, const ProbabilityMap& map,
                 double tau, Size size, Rect box);
void composeInto(std::span<Label> labels, std::span<const Label> human, const QuantisedMap& map,
                 double tau, Size size, Rect box);

// The label of one pixel (row by row) by the map alone. Two classes: label 1 where p >= tau. More:
// the highest, background weighted as above; ties go to the lower label.
Label likeliest(const ProbabilityMap& map, std::size_t pixel, double tau);
Label likeliest(const QuantisedMap& map, std::size_t pixel, double tau);

} // namespace limn
