// Between packed images, the segmenter's maps and the metrics.
#pragma once

#include "model/data/step.h"
#include "model/data/volume.h"
#include "model/metrics/distance_transform.h"
#include "model/training/packed_set.h"

namespace limn {

SlicePtr sliceOf(const PackedImage& image);

// The likeliest class a pixel.
std::vector<Label> likeliestLabels(const ProbabilityMap& map);

// An image's own grid, in mm where its spacing is known.
Grid metricGridOf(const PackedImage& image);

// The reference; `image` outlives the span.
std::span<const Label> labelsOf(const PackedImage& image);

} // namespace limn
