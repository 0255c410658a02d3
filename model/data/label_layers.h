// Bytes a pixel: what a person decided (HumanLayer), and the composed labels (LabelMap).
#pragma once

#include "model/data/label_table.h"
#include "model/data/size.h"

#include <cstddef>
#include <span>
#include <vector>

namespace limn {

// A byte a pixel, slice by slice, row by row.
struct LabelStack {
    Size size;
    int sliceCount = 0;
    std::vector<Label> values;

    std::span<const Label> slice(int index) const;
    std::span<Label> slice(int index);
    Label at(int slice, int x, int y) const;
};

// 255 = untouched; else the label that a person decided, 0 = erased.
struct HumanLayer : LabelStack {};
HumanLayer untouchedLayer(Size size, int sliceCount = 1);

// The labels that are shown and exported: 0 background, 1..254.
struct LabelMap : LabelStack {};
LabelMap emptyLabelMap(Size size, int sliceCount = 1);

} // namespace limn
