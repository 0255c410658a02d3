// One number for all that an image's files in a release are made of.
#pragma once

#include "app/release/image_release.h"

namespace limn {

// SHA-256, hex. With a secret nobody without it can tell what went in.
std::string fingerprintOf(const PlannedImage& image, const ReleasePlace& place, const Volume& volume,
                          const StudyState& state);

} // namespace limn
