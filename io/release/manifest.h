// What is in a release, file by file; with it a release is checked, and an interrupted one goes on.
#pragma once

#include "model/data/error.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace limn {

struct ReleaseFile {
    std::string path; // in the release, '/' between names
    std::string kind; // "image", a format ("mask", "seg"), "card", "split", "readme"
    std::string sha256;
    std::uint64_t bytes = 0;

    bool operator==(const ReleaseFile&) const = default;
};

struct LabelCount {
    std::string name;
    std::uint64_t pixels = 0;

    bool operator==(const LabelCount&) const = default;
};

// One image of a release and all that was written of it.
struct ReleasedImage {
    std::string name; // the files' names begin with it
    std::string patient; // its number
    std::string part; // of the split; empty without one
    std::string fingerprint; // of all that its files were made of
    bool isAccepted = true;
    int slices = 1;
    std::vector<LabelCount> labels;
    std::vector<std::string> models; // "NAME SHA-256"
    std::vector<std::string> warnings; // "burned-in-yes", "burned-in-unknown", "overlay-in-pixels"
    std::vector<std::string> leftOut; // formats for which there was nothing
    std::vector<ReleaseFile> files;

    bool operator==(const ReleasedImage&) const = default;
};

std::string textOf(const ReleasedImage& image); // JSON
Result<ReleasedImage> releasedImageFrom(const std::string& json); // BadData

struct ReleaseManifest {
    std::string settings; // of the whole release, as JSON
    std::vector<ReleasedImage> images;
    std::vector<ReleaseFile> others;
};

std::string jsonOf(const ReleaseManifest& manifest);
std::string csvOf(const ReleaseManifest& manifest);
// NotFound, NotReadable, BadData.
Result<ReleaseManifest> readManifest(const std::filesystem::path& file);

// The file's name below `root`, hash and size. Errors: NotFound, NotReadable.
Result<ReleaseFile> releaseFileOf(const std::filesystem::path& root,
                                  const std::filesystem::path& file, const std::string& kind);

// Whether it lies below `root` (its path leads nowhere else), is there, and has its hash.
bool isWhole(const std::filesystem::path& root, const ReleaseFile& file);

} // namespace limn
