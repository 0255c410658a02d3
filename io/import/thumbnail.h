// A small picture for lists, windowed as the canvas would.
#pragma once

#include "io/import/picture.h"

namespace limn {

// Reduces float samples to at most `side` pixels a side (each is the mean of those it covers; never
// enlarged) and maps the first window, or the percentile window, to 0..255. Samples become bytes.
Picture makeThumbnail(Picture picture, int side);

} // namespace limn
