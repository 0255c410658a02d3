// limn import-masks: masks that are there become the work of a folder's pictures.
#pragma once

#include <CLI/CLI.hpp>

namespace limn {

void addImportMasksCommand(CLI::App& app, int& exitCode);

} // namespace limn
