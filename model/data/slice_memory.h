// Stacks that are larger than the memory that they may take.
#pragma once

#include "model/data/volume.h"

namespace limn {

// Gives back slices that have been read, those farthest from `shown` first, until the others take at
// most `bytes`; the shown one and the two next to it stay, and of a file of two to four volumes
// the same place of each.
void keepNear(Volume& volume, int shown, std::size_t bytes);

} // namespace limn
