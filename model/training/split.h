// Which patients train and which validate.
#pragma once

#include "model/training/packed_set.h"

namespace limn {

struct Split {
    std::vector<PackedImage> training, validation;
};

// Whole patients, drawn by the seed until `share` of the images validate (at least one on each
// side).
Result<Split> splitByShare(std::vector<PackedImage> images, double share, std::uint64_t seed);

// Whole patients, dealt out by the seed to `folds` parts of (nearly) as many patients each; part
// `fold` validates, 0 to folds - 1. Over all parts every image validates once.
Result<Split> splitByFold(std::vector<PackedImage> images, int folds, int fold, std::uint64_t seed);

// The named images validate; refuses (BadData) an unknown name and a patient on both sides.
Result<Split> splitByIds(std::vector<PackedImage> images,
                         const std::vector<std::string>& validationIds);

// One name a line, a stack's once. Errors: NotFound, NotReadable.
Result<std::vector<std::string>> readIds(const std::filesystem::path& path);
Result<void> writeIds(const std::filesystem::path& path, const std::vector<PackedImage>& images);

} // namespace limn
