// Which picture of a folder a mask file is of.
#pragma once

#include "io/import_client.h"
#include "model/data/series.h"

#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace limn {

struct PlannedMask {
    std::filesystem::path file;
    int entry = 0; // of the masks in the file
    int slice = -1; // of the picture, from 0; -1: all, or as the file says
};

struct ImagePlan {
    int image = 0; // its place in the list of images
    std::vector<PlannedMask> masks;
};

struct MaskPlan {
    std::vector<ImagePlan> images; // each once, in the list's order
    std::vector<Error> refused; // files that can't be read, or whose picture is not there
};

// By name: COCO by the names of pictures in it; other files by their stems without what a mask's
// name ends in: X_mask.png, X_s003_mask.png (a slice of a stack), X.seg.nrrd, X.nii.gz, X_LABEL.png.
// `stems`: the output stem of each image (outputStems). A single mask that no image's name fits is of
// the image `open` (-1: none). Blocks.
MaskPlan plannedMasks(std::span<const std::filesystem::path> files,
                      std::span<const ImageFiles> images, std::span<const std::string> stems,
                      int open, ImportClient& client, const std::stop_token& stop);

// By its name alone: what is dropped on the window is taken as a mask, not opened as a picture.
bool hasMaskName(const std::filesystem::path& file);

} // namespace limn
