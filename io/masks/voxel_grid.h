// The grid of a stack as volume formats (NIfTI, NRRD) write it: columns, rows and slices in the
// source file's own order, at even steps.
#pragma once

#include "model/data/error.h"
#include "model/data/volume.h"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace limn {

struct VoxelGrid {
    Size size; // of a slice in the file's order
    int slices = 1; // of one volume
    int volumes = 1;
    FileOrder order;
    std::array<Vector3, 3> stepsMm{}; // LPS, from a column, row or slice to the next
    Vector3 originMm{}; // centre of the first voxel
    bool hasPlace = false; // else: along the axes, from 0 on
};

// Error: SlicesUneven (the detail says by how much).
Result<VoxelGrid> voxelGridOf(Size shown, int slices, const Geometry& geometry,
                              const FileOrder& order, const std::string& subject);

// A shown slice in the file's order.
template <typename Value>
std::vector<Value> inFileOrder(std::span<const Value> slice, const VoxelGrid& grid)
{
    if (grid.order == FileOrder{})
        return {slice.begin(), slice.end()};
    const Size shown =
        grid.order.isTransposed ? Size{grid.size.height, grid.size.width} : grid.size;
    std::vector<Value> turned(slice.size());
    std::size_t i = 0;
    for (int y = 0; y < shown.height; ++y)
        for (int x = 0; x < shown.width; ++x)
            turned[grid.order.indexInFile(x, y, grid.size)] = slice[i++];
    return turned;
}

} // namespace limn
