// Where the work file of a folder lies: beside the images, or in the user's data folder.
#pragma once

#include "model/data/error.h"

#include <filesystem>

namespace limn {

inline constexpr const char* workFileName = "annotations.limn";

struct WorkPlace {
    std::filesystem::path file;
    bool isBesideImages = true;
    bool isOnNetwork = false; // where `file` lies: no write-ahead log there
};

// Beside the images where the folder is local and can be written; else in the user's data folder
// under a name made of the folder's path, and there too when such a file exists already. A work
// file beside images that cannot be written is copied there the first time, so that work goes on
// from it. Errors: NotFound (no such folder), those of writeDurably.
Result<WorkPlace> placeOfWork(const std::filesystem::path& folder);

// The name in the user's data folder, whether a file is there or not.
std::filesystem::path placeInDataFolder(const std::filesystem::path& folder);

// Gives `file` (with SQLite's log, where one was left) another name beside it that is not taken:
// annotations.damaged-20260131-120000.limn. Returns the new name.
Result<std::filesystem::path> setAside(const std::filesystem::path& file);

// Copies the file (and SQLite's log) to another name beside it: annotations.WORD-20260131-120000.limn.
Result<std::filesystem::path> keepCopy(const std::filesystem::path& file, const std::string& word);

// Less than twice the work file, or less than 64 MB.
bool isDiskLow(std::uintmax_t freeBytes, std::uintmax_t workFileBytes);

// Copies by writeDurably; a file that is at `to` is replaced.
Result<void> copyDurably(const std::filesystem::path& from, const std::filesystem::path& to);
// Renames over what is at `to`, and sees to it that the folder's entry is on disk.
Result<void> moveDurably(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace limn
