// limn pack FOLDER -o set.safetensors: images and masks as one file to train on.
#pragma once

#include <filesystem>

#include <CLI/CLI.hpp>

namespace limn {

// The exit code arrives in `exitCode`. `importProgram` is limn-import, which reads the pictures.
void addPackCommand(CLI::App& app, const std::filesystem::path& importProgram, int& exitCode);

} // namespace limn
