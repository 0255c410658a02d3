// How a run goes, remembered for each model (QSettings).
#pragma once

#include "ui/view/run_choice.h"

namespace limn {

// The preset Fast where nothing is remembered; what is out of range is brought into it.
RunOptions rememberedOptions(const QString& model); // ModelCard::name
void rememberOptions(const QString& model, const RunOptions& options);

} // namespace limn
