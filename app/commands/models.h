// limn models: which models there are, and what each needs.
#pragma once

#include <CLI/CLI.hpp>

namespace limn {

void addModelsCommand(CLI::App& app, int& exitCode);

} // namespace limn
