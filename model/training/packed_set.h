// Training data as `limn pack` writes it: image/ID and mask/ID tensors of their own sizes, patients
// and class names in the header.
#pragma once

#include "model/data/error.h"
#include "model/data/model_card.h"

#include <ATen/ATen.h>

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace limn {

struct PackedImage {
    std::string id;
    std::string patient;
    std::optional<std::array<double, 2>> spacingMm; // row, column
    at::Tensor picture; // channels x H x W, float, stored units
    at::Tensor labels; // H x W, bytes
    std::string volume = {}; // of a slice: its stack; else empty
    int slice = 0; // in it, from 1
    std::optional<double> sliceSpacingMm = {};
};

// What lists of names call it: a slice is known by its stack.
inline const std::string& listedName(const PackedImage& image)
{
    return image.volume.empty() ? image.id : image.volume;
}

struct PackedSet {
    std::vector<std::string> classes; // foreground; label 1 is the first
    int channels = 1;
    InputKind input = InputKind::Grey;
    double spacingMm = 0; // in plane; 0 where an image has none or they differ by a tenth
    double largestValue = 255; // of the stored type (the largest value in the set for float)
    std::vector<PackedImage> images;
};

enum class Resolution { Original, Training };

// Reads everything, or the images and stacks named by `only`, into memory; with
// Resolution::Training each image is stretched to side x side. Errors: those of openSafetensors,
// and BadData that names the image: one that is not in the set, sizes that differ, a label outside
// the classes, a class that occurs nowhere (in a set read whole), pictures of different channels.
Result<PackedSet> readPackedSet(const std::filesystem::path& path, Resolution resolution, int side,
                                const std::vector<std::string>& only = {});

} // namespace limn
