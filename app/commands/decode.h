// limn decode FILE --frame N [--stored] --raw OUT: one frame's values as bare numbers.
#pragma once

#include <filesystem>

#include <CLI/CLI.hpp>

namespace limn {

// Writes modality values as float32, or stored values as int32, little endian, row by row; an
// existing file is replaced. Frames count from 1. The exit code arrives in `exitCode`.
void addDecodeCommand(CLI::App& app, const std::filesystem::path& importProgram, int& exitCode);

} // namespace limn
