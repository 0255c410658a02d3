// NIfTI-1 files in memory.
#pragma once

#include "io/masks/output_file.h"
#include "io/masks/voxel_grid.h"

namespace limn {

enum class VoxelType { UInt8, Int16, Float32 };

// A .nii.gz of the voxels, which are in the grid's order, slice by slice. sform and, where the axes
// stand at right angles, qform say where they lie. `comment`: an extension for notes; may be empty.
// Errors: those of gzipped().
Result<FilePieces> niftiFile(const VoxelGrid& grid, VoxelType type, FilePieces voxels,
                             const std::string& comment = {});

} // namespace limn
