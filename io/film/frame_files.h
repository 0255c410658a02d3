// An animation's frames as numbered PNG files.
#pragma once

#include "io/film/film.h"
#include "model/files/durable_file.h"

#include <filesystem>
#include <functional>
#include <stop_token>

namespace limn {

// STEM_01.png, STEM_02.png, ... in the order of the film; digits enough for the last.
std::vector<std::filesystem::path> frameFiles(const std::filesystem::path& folder,
                                              const std::string& stem, std::size_t count);

// Into the folder, which exists. IfExists::Refuse: Exists with the first file that is there, before
// anything is written. On an error or when stopped (Cancelled) the files that this call has added
// are removed again. Errors: those of writeDurably.
Result<std::vector<std::filesystem::path>>
writeFrames(const Film& film, const std::filesystem::path& folder, const std::string& stem,
            IfExists ifExists, std::stop_token stop,
            const std::function<void(int done, int total)>& progress = {});

} // namespace limn
