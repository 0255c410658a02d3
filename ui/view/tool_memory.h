// The tools' settings from one start of the program to the next.
#pragma once

#include "ui/tools/tool_settings.h"

namespace limn {

ToolSettings keptToolSettings();
// Rules about values and labels belong to one picture: they are not kept.
void keepToolSettings(const ToolSettings& settings);

} // namespace limn
