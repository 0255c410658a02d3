// The chains of a request, ready for their first step.
#pragma once

#include "model/diffusion/chain.h"
#include "model/diffusion/picture_grid.h"
#include "model/segmenter.h"

namespace limn {

// `request.chains` chains (one of a direct model) on every window: chain by chain, window by
// window. Chain 0 is the one that a run of a single chain has; each has noise of its own, from the
// seed, the picture and its number. `strokes`: on the padded grid, or undefined. The model and
// `features` (a window each) outlive them.
std::vector<Chain> startedChains(const Model& model, const std::vector<ImageFeatures>& features,
                                 const PictureGrid& grid, const SegmentRequest& request,
                                 std::uint64_t pictureHash, const at::Tensor& strokes,
                                 const at::Tensor& logPriorRatio);

} // namespace limn
