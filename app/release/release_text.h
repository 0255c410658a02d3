// What a release says of itself.
#pragma once

#include "app/release/release.h"
#include "model/data/model_card.h"

namespace limn {

// README.md: counts, patients, split, labels, models and their licences, what was left out, what was
// done about patient data. It names no file that is not in the release.
std::string readmeOf(const ReleaseOrder& order, const ReleaseSummary& summary,
                     const std::vector<ModelCard>& known);

// "burned-in-yes" and the like as a sentence.
std::string warningText(const std::string& warning);

} // namespace limn
