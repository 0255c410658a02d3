// Names of output files: made of an allow-list of characters, so that no source or label name can
// leave the folder, hide a file or hurt another system.
#pragma once

#include "model/data/mask_export.h"

#include <map>

namespace limn {

// Letters and digits of any script, "-_.+()=,@#~" and inner blanks; all else becomes "_". In
// Unicode's composed form, at most `maximumBytes` of UTF-8, no leading dot or dash, no name that
// Windows reserves.
std::string safeFileName(const std::string& name, int maximumBytes = 120);

// A safe file part a label, blanks made "_": "left lung" -> "left_lung". Labels whose parts would
// be the same (without regard to case), or be read as another output ("mask"), get their number:
// "lung-2".
std::map<Label, std::string> labelFileParts(const LabelTable& table);

// "STEM", or in a stack "STEM_s001" for slice 0.
std::string sliceStem(const MaskExport& masks, int slice);

} // namespace limn
