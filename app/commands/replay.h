// limn replay: a script of actions against a session, without a screen.
#pragma once

#include <CLI/CLI.hpp>

namespace limn {

void addReplayCommand(CLI::App& commands, int& exitCode);

} // namespace limn
