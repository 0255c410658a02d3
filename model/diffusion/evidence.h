// A person's strokes inside the chain (docs/method.md, 5).
#pragma once

#include <ATen/ATen.h>

namespace limn {

inline constexpr double strokeDoubt = 1e-3; // that a person's stroke is right all the same

// Writes strokes into a probability map, nearly certain. Both B x classes x H x W; a stroke is 1 in
// its class.
at::Tensor clamped(const at::Tensor& probabilities, const at::Tensor& strokes);

// What the network sees of strokes: 4 x their 4 x 4 average, B x classes x H/4 x W/4.
at::Tensor evidenceOf(const at::Tensor& strokes);

} // namespace limn
