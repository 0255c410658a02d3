// The key of a de-identified release: who is who in it. It is never part of the release.
#pragma once

#include "model/data/error.h"

#include <filesystem>
#include <map>
#include <string>

namespace limn {

struct KeyedImage {
    std::string path; // in the work folder
    std::string sha256; // of its file
    std::string patient; // as in ReleaseKey::patients
    std::string name; // in the release
};

struct ReleaseKey {
    std::string secret; // 32 bytes; new UIDs and the shifts of dates are made of it
    std::map<std::string, std::string> patients; // by what tells them apart: "P0001"
    std::map<std::string, KeyedImage> images; // by the path

    // Bytes that are the same for the same purpose and text, and say nothing of either.
    std::string derived(const std::string& purpose, const std::string& text = {}) const;
    int shiftDaysOf(const std::string& patient) const; // -1 to -3650

    // The patient's number, a new one after those that there are; new ones follow the secret's order
    // where they are asked for in it.
    const std::string& pseudonymOf(const std::string& patient);
    // "P0001_001".
    const std::string& nameOf(const std::string& path, const std::string& patient);
};

ReleaseKey newReleaseKey();

// Errors: NotFound, NotReadable, BadData.
Result<ReleaseKey> readReleaseKey(const std::filesystem::path& file);

// For the owner's eyes alone. Errors: those of writeDurably.
Result<void> writeReleaseKey(const ReleaseKey& key, const std::filesystem::path& file);

} // namespace limn
