// limn figure IMAGE --model M -o OUT: a figure for a paper, or an animation of the steps.
#pragma once

#include <CLI/CLI.hpp>

namespace limn {

void addFigureCommand(CLI::App& app, int& exitCode);

} // namespace limn
