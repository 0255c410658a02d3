// Segments image files one after the other: decode, run, compose, write. Blocks; knows no window.
#pragma once

#include "io/import_client.h"
#include "io/masks/write_masks.h"
#include "model/segmenter.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace limn {

struct BatchOptions {
    std::filesystem::path folder; // where the masks go; exists
    std::vector<MaskFormat> formats{MaskFormat::Mask};
    int steps = 3;
    std::uint64_t seed = 0;
    Kernel kernel = Kernel::PosteriorMean;
    bool isReplacing = false; // else an image whose files are all there is skipped
};

enum class BatchOutcome { Written, Skipped };

// Every slice of the image is run on its own. Errors: those of ImportClient, Segmenter and
// writeMasks. `stem`: see outputStems().
Result<BatchOutcome> segmentImage(const std::filesystem::path& image, const std::string& stem,
                                  ImportClient& client, Segmenter& segmenter,
                                  const BatchOptions& options, std::stop_token stop);

} // namespace limn
