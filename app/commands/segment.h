// limn segment IN... -o DIR --model M: masks of images and folders without a window.
#pragma once

#include <CLI/CLI.hpp>

namespace limn {

void addSegmentCommand(CLI::App& app, int& exitCode);

} // namespace limn
