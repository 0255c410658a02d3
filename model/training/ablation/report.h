// The tables of an ablation, from the finished runs of its folder.
#pragma once

#include "model/training/ablation/plan.h"
#include "model/training/ablation/verdict.h"

namespace limn {

// Writes report.md, verdicts.md, summary.csv (every mean), differences.csv (every arm against full) and
// verdicts.csv into `results`. Errors: those of readMeasurements, of writing.
Result<void> writeReport(const Plan& plan, const std::filesystem::path& results);

} // namespace limn
