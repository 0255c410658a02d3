// Display windows made from a slice's values, quickly enough for the window's thread.
#pragma once

#include "model/data/volume.h"

namespace limn {

// As percentileWindow(), from at most about 200 000 values spread over the slice.
DisplayWindow automaticWindow(const Slice& slice);

// From the smallest to the largest value, without padding; colour: 0..255.
DisplayWindow fullWindow(const Slice& slice);

} // namespace limn
