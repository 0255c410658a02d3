// limn look-next IN... --model M [--reference DIR]: the doubtful places of images, and how much of
// what is wrong lies in them.
#pragma once

#include <CLI/CLI.hpp>

namespace limn {

void addLookNextCommand(CLI::App& app, int& exitCode);

} // namespace limn
