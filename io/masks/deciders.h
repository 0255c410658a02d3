// Who decided a label's pixels: the model, a person, or both.
#pragma once

#include "model/data/mask_export.h"

#include <array>
#include <bitset>
#include <vector>

namespace limn {

struct LabelShare {
    std::size_t pixels = 0; // of the mask
    std::size_t byPerson = 0; // of these, in the human layer
    std::size_t changed = 0; // in the mask or in the model's map alone: a person's doing
    std::size_t together = 0; // in the mask or in the model's map

    double changedShare() const;
};

struct LabelCount {
    std::array<LabelShare, 256> shares{}; // by label
    std::vector<std::bitset<256>> inSlices; // of each slice, the labels that it has
};

// A slice at a time, so that it can be done while something else is waited for.
class LabelCounter {
public:
    explicit LabelCounter(const MaskExport& masks)
        : m_masks(masks)
    {
    }
    bool advance(); // false when no slice is left
    LabelCount finish(); // counts all that is left

private:
    const MaskExport& m_masks;
    LabelCount m_counted;
};

LabelCount countLabels(const MaskExport& masks);

bool hasModelRun(const MaskExport& masks);

// DICOM's word: MANUAL where no model ran or a person decided every pixel, AUTOMATIC where no
// person decided any and gave the model no strokes, else SEMIAUTOMATIC.
const char* algorithmTypeOf(const MaskExport& masks, const LabelShare& share);

} // namespace limn
