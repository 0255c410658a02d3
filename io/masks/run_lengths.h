// COCO's run lengths: a mask column by column, as lengths of outside and inside in turn.
#pragma once

#include "io/masks/instances.h"

#include <string>

namespace limn {

std::vector<std::uint32_t> runLengths(const Instance& instance, Size picture);

// As pycocotools writes them into its files: six bits a letter, each run but the first three as its
// difference from the one two before.
std::string compressed(const std::vector<std::uint32_t>& runs);

} // namespace limn
