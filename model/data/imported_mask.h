// A mask as a file holds it, before it is fitted to a picture.
#pragma once

#include "model/data/label_layers.h"
#include "model/data/volume.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace limn {

// From the indices of a volume file's voxels to LPS, in millimetres.
using VoxelPlace = std::array<std::array<double, 4>, 3>;

struct MaskLabel {
    Label label = 1; // its byte in `values`
    std::string name; // empty: the file says none
    std::optional<Colour> colour;
};

struct ImportedMask {
    std::string format;
    Size size; // of a slice
    int sliceCount = 1; // of all volumes
    int volumes = 1; // one after the other
    std::vector<Label> values; // slice by slice, row by row
    std::vector<MaskLabel> labels;
    // Of a volume file (NIfTI, NRRD) columns, rows and slices are in the file's own order.
    bool isVolumeFile = false;
    std::optional<VoxelPlace> place; // of a volume file that says it
    // Of other files with places (DICOM): as a picture's; else without origins.
    Geometry geometry;
    std::vector<int> frames; // of the picture that each slice is of, from 0; empty: not said
    std::string imageName; // of the picture's file; empty: not said
    std::vector<std::string> notes; // what was left out

    std::span<const Label> slice(int index) const
    {
        return std::span(values).subspan(static_cast<std::size_t>(index) * size.area(), size.area());
    }
};

// One of the masks in a file: COCO has one for each picture, other files one.
struct MaskEntry {
    std::string imageName; // as ImportedMask's
    int slice = -1; // of the picture, from 0; -1: of all, or not said
};

} // namespace limn
