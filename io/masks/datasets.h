// Data sets of many images: what one file of the folder says of all of them.
#pragma once

#include "io/masks/write_masks.h"

namespace limn {

// After an export, whole or cut short: makes coco.json of the images in coco/, and says in nnU-Net's
// dataset.json how many cases there are. What earlier exports have left in the folder counts too, so
// that a data set can grow, and an export that was cut short goes on. Formats without such a file
// have nothing to do. Errors: BadData (a file there that can't be gone on with), Cancelled, those of
// writeDurably.
Result<void> finishDatasets(const std::filesystem::path& folder,
                            std::span<const MaskFormat> formats, const std::stop_token& stop);

} // namespace limn
