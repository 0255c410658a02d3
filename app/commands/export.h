// limn export WORK -o DIR: a data set from a work file.
#pragma once

#include <CLI/CLI.hpp>

namespace limn {

void addExportCommand(CLI::App& app, int& exitCode);

} // namespace limn
