// limn evaluate --reference DIR --prediction DIR: Dice to HD95 of a folder of masks.
#pragma once

#include <filesystem>

#include <CLI/CLI.hpp>

namespace limn {

// The exit code arrives in `exitCode`. `importProgram` is limn-import, which reads the masks.
void addEvaluateCommand(CLI::App& app, const std::filesystem::path& importProgram, int& exitCode);

} // namespace limn
