// limn render FILE --frame N --window K --out X.png: what the screen shows.
#pragma once

#include <filesystem>

#include <CLI/CLI.hpp>

namespace limn {

// One pixel of the picture a pixel; grey or RGB, 8 bits. Frames and windows count from 1; window 0 is
// the automatic one, and so is 1 where the file has none. An existing file is replaced.
void addRenderCommand(CLI::App& app, const std::filesystem::path& importProgram, int& exitCode);

} // namespace limn
