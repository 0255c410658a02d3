// What a training was like, iteration by iteration: NAME.curve.csv.
#pragma once

#include "model/training/csv_table.h"
#include "model/training/trainer.h"
#include "model/training/validation.h"

#include <optional>

namespace limn {

struct CurvePoint {
    int iteration = 0; // how many are done, from 1
    IterationReport report;
    std::optional<ValidationReport> validation; // of the averaged weights, where one was made
};

std::filesystem::path curveFor(const std::filesystem::path& model);

Result<void> writeCurve(const std::filesystem::path& path, const std::vector<CurvePoint>& points);

// The rows up to an iteration, as a resumed training needs them; empty when there is no file.
// Errors: those of readCsv, BadData.
Result<std::vector<CurvePoint>> readCurve(const std::filesystem::path& path, int lastIteration);

} // namespace limn
