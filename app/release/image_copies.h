// Copies of an image's files into a release.
#pragma once

#include "app/release/image_release.h"

namespace limn {

struct ImageCopies {
    std::vector<std::filesystem::path> files; // all that were written
    SourceRef source; // the copies, in place of the originals
    std::vector<std::string> warnings;
};

// De-identified, or byte by byte. What was written goes again on an error. Errors: those of
// cleanCopyOf() and writeDurably, BadData where words are burned in and the order leaves those out.
Result<ImageCopies> copyImage(const PlannedImage& image, const ReleasePlace& place,
                              const SourceRef& source, const std::stop_token& stop);

} // namespace limn
