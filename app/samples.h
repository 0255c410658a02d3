// The images that come with the program, so that R can be pressed within ten seconds.
#pragma once

#include "model/data/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limn {

struct SampleFile {
    std::filesystem::path file; // as it lies with the program
    std::string title;
    std::string model; // the one that suits it
};

// What samples.json in the folder names; nothing when there is no such file.
std::vector<SampleFile> samplesIn(const std::filesystem::path& folder);

// Copies the samples into the user's folder, once, so that the work on them has a place; returns
// the sample's copy. Errors: those of writeDurably, NotFound.
Result<std::filesystem::path> usableSample(const SampleFile& sample,
                                           const std::filesystem::path& userFolder);

} // namespace limn
