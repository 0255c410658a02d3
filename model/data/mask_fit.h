// A mask out of a file on the grid of its picture: by place in the patient where both say it, else by
// sizes and order. Nothing is resampled.
#pragma once

#include "model/data/error.h"
#include "model/data/imported_mask.h"
#include "model/data/label_edit.h"

namespace limn {

struct FittedMask {
    LabelMap labels; // the mask's own numbers
    std::vector<bool> isCovered; // slices that the mask is of
};

// `picture`: its slices need not be read. `slice`: of the picture, where the mask is known to be of
// one alone, else -1. Error: MaskMismatch, about `name`; its detail has both sizes, or says how far
// the places are apart.
Result<FittedMask> fitMask(const ImportedMask& mask, const Volume& picture, int slice,
                           const std::string& name);

struct MergedLabels {
    LabelTable table;
    std::array<Label, 256> numbers{}; // of the mask's labels, in the table
};

// A label is the row of its name; without a name that of its number; else a new row with its name
// and colour. `isBegun`: somebody has painted or named labels; else the rows that are there, which
// nobody chose, give way. Labels that find no free number become background.
MergedLabels mergedLabels(const LabelTable& table, const std::vector<MaskLabel>& labels,
                          bool isBegun);

// What makes the composed labels those of the mask: in a slice where it has a label every pixel
// becomes a person's decision, in an empty one only what has a label now is erased.
std::vector<LabelEdit> maskEdits(const FittedMask& mask, const std::array<Label, 256>& numbers,
                                 const HumanLayer& human, const LabelMap& composed);

} // namespace limn
