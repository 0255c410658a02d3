// A robot that clicks where a prediction is wrong, for training with evidence and for judging it
// (after RITM's).
#pragma once

#include "model/data/label_table.h"
#include "model/data/size.h"
#include "model/training/random.h"

#include <ATen/ATen.h>

#include <optional>
#include <span>
#include <vector>

namespace limn {

// 1 to 3 clicks for one sample: a disk each, within the true class. `predicted` and `truth`: H x W,
// long. Returns classes x H x W, 1 where a click says the class.
at::Tensor robotClicks(const at::Tensor& predicted, const at::Tensor& truth, int classes,
                       Random& random);

// Where a person would click next: the deepest place of the largest wrong region (4-connected,
// whatever its classes). Nothing when all is right.
std::optional<std::size_t> deepestError(std::span<const Label> predicted,
                                        std::span<const Label> truth, Size size);

// Marks in `said` (255: nothing) the true class around a click, within that class: a disk of
// 2.5 / 64 of the shorter side.
void addClick(std::vector<Label>& said, std::size_t place, std::span<const Label> truth, Size size);

} // namespace limn
