// A small copy of a large picture, as it will be shown, to be looked at until the picture is there.
#pragma once

#include "io/import/picture.h"
#include "io/import/raster_samples.h"

namespace limn {

// Size, channels and samples (8 bits) of `picture`; about `side` pixels at the longest side.
void makePreview(Picture& picture, const QImage& image, const RasterLayout& layout, int side);

} // namespace limn
