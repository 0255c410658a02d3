// Clicks from a file: what a person said of pictures, by their names.
#pragma once

#include "model/segmenter.h"

#include <map>

namespace limn {

struct Click {
    double x = 0, y = 0; // px of the picture
    Label label = background; // a class of the model
    double radius = 0; // px; 0: that of the window's click tool
    int slice = 0;
};

// By the image's stem. CSV with a first line that names the columns image, x, y, class and, if you
// like, radius and slice (from 1); or JSON, a list of objects with these names. A class is a name
// of `classes`, "background", or its number. Errors: NotFound, BadData with the place.
Result<std::map<std::string, std::vector<Click>>>
readClicks(const std::filesystem::path& file, const std::vector<std::string>& classes);

// The clicks on one slice as discs, a later one over an earlier; null without any. BadData where
// one lies outside the picture.
Result<EvidencePtr> evidenceOf(const std::vector<Click>& clicks, Size picture, int slice);

} // namespace limn
