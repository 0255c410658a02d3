// The names and colours that Limn's own files carry (io/masks/label_words.h).
#pragma once

#include "model/data/imported_mask.h"

#include <string>

namespace limn {

// Of the labels that the text names; empty when it is none of ours.
std::vector<MaskLabel> labelsFrom(const std::string& words);

} // namespace limn
