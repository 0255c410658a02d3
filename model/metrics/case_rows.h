// Cases as rows of a table, for a CSV file that every figure can be traced to.
#pragma once

#include "model/metrics/scores.h"

namespace limn {

// "case", "patient", "label", the names of allMetrics, and pixels: TP, FP, FN.
std::vector<std::string> caseColumns();

// One row a case and class, in that order; label: from 1. Six digits; empty where excluded (NaN).
std::vector<std::vector<std::string>> caseRows(std::span<const CaseScore> cases);

} // namespace limn
