// Connected cells of a grid, row by row.
#pragma once

#include "model/data/size.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace limn {

enum class Neighbours { Edges, EdgesAndCorners };

template <typename Visit>
void visitNeighbours(Size grid, std::size_t cell, Neighbours neighbours, const Visit& visit)
{
    const auto width = static_cast<std::size_t>(grid.width);
    const int x = static_cast<int>(cell % width), y = static_cast<int>(cell / width);
    for (int row = std::max(0, y - 1); row <= std::min(grid.height - 1, y + 1); ++row)
        for (int column = std::max(0, x - 1); column <= std::min(grid.width - 1, x + 1); ++column) {
            const bool isItself = row == y && column == x;
            const bool isByCorner = row != y && column != x;
            if (!isItself && (!isByCorner || neighbours == Neighbours::EdgesAndCorners))
                visit(static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column));
        }
}

// `first` and all that is reached from it, in waves. `take(cell)` says whether a cell belongs to the
// region and was not taken before, and takes it.
template <typename Cell, typename Take>
std::vector<Cell> regionFrom(Cell first, Size grid, Neighbours neighbours, const Take& take)
{
    std::vector<Cell> region;
    if (take(first))
        region.push_back(first);
    for (std::size_t next = 0; next < region.size(); ++next)
        visitNeighbours(grid, region[next], neighbours, [&](std::size_t cell) {
            if (take(static_cast<Cell>(cell)))
                region.push_back(static_cast<Cell>(cell));
        });
    return region;
}

} // namespace limn
