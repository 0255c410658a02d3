// What locks leave of an edit.
#pragma once

#include "model/data/label_edit.h"

#include <bitset>
#include <functional>
#include <span>
#include <vector>

namespace limn {

using LockedLabels = std::bitset<256>;

// The labels of a slice by the model alone, needed where an edit gives pixels back to the model.
using ModelLabels = std::function<std::vector<Label>(int slice)>;

// One edit a slice, as small as what it changes; none where nothing changes. Left out are pixels
// whose composed label is locked, and pixels whose composed label would become a locked one; but what
// is shown may be taken as a person's own.
std::vector<LabelEdit> permittedEdits(std::span<const LabelEdit> edits, const HumanLayer& human,
                                      const LabelMap& composed, const LockedLabels& locked,
                                      const ModelLabels& modelLabels);

} // namespace limn
