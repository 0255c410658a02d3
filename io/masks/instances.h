// The instances of a slice's labels, as data sets count them.
#pragma once

#include "model/data/mask_export.h"

#include <cstdint>
#include <span>
#include <vector>

namespace limn {

struct Instance {
    Label label = 1;
    Rect box; // px
    std::vector<std::uint8_t> mask; // of the box, row by row, 1 inside
    std::size_t area = 0; // px
};

// Label by label as in the table, pieces (joined by edges or corners) from the top on. A label
// without a pixel has none.
std::vector<Instance> instancesOf(std::span<const Label> slice, Size size, const LabelTable& table,
                                  InstanceKind kind);

} // namespace limn
