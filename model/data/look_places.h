// Places: connected regions of a map of doubt, cut so that each fits in a view.
#pragma once

#include "model/data/step.h"

#include <cstdint>
#include <vector>

namespace limn {

// Cells are counted on the map's grid, row by row.
struct DoubtPlace {
    std::vector<std::uint32_t> cells;
    Rect box; // cells
    double sum = 0; // of the doubt of its cells: area x mean doubt
};

// The largest side of a place on a grid, in cells.
int placeSide(Size grid);

// Cells with a doubt of at least `floor` (over 0) that touch, by an edge or a corner, belong
// together. The place with the largest sum comes first. Specks are left out.
std::vector<DoubtPlace> placesOf(const ScalarMap& doubt, float floor);

} // namespace limn
