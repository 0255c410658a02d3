// The record of a run as JSON: in the work file, in .prov.json, and read back from both.
#pragma once

#include "model/data/error.h"
#include "model/data/study_state.h"

namespace limn {

std::string toJson(const RunFacts& run);

// What an older record does not say has its default. BadData with the reason.
Result<RunFacts> runFactsFromJson(const std::string& json);

} // namespace limn
