// A person's strokes as text, for the record of a run.
#pragma once

#include "model/segmenter.h"

namespace limn {

// "499x437 1203+5=1 1702+4=0": the size, then runs of marked pixels (row by row): first pixel, how
// many, class. Empty where nothing is marked.
std::string textOf(const Evidence& evidence);

// BadData when it is not such a text.
Result<Evidence> evidenceFrom(const std::string& text);

} // namespace limn
