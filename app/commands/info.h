// limn info FILE [--json]: what the reader made of a file, or why it is refused.
#pragma once

#include <filesystem>

#include <CLI/CLI.hpp>

namespace limn {

// The exit code arrives in `exitCode` when the command was the one asked for. `importProgram` is
// limn-import.
void addInfoCommand(CLI::App& app, const std::filesystem::path& importProgram, int& exitCode);

} // namespace limn
