// What STEM.prov.json says of how a mask came about, to make the same again.
#pragma once

#include "model/data/error.h"
#include "model/data/label_table.h"
#include "model/data/study_state.h"

#include <filesystem>

namespace limn {

struct RunRecord {
    std::vector<RunFacts> runs; // a slice each; without a model's name where none ran
    std::string sourceSha256;
    LabelTable labels;
    int baseStep = 0; // 1..; of the last run of a slice
    double tau = 0.5;
    std::size_t personPixels = 0; // that a person changed
};

// Errors: NotFound, BadData with the reason (also where no model ran).
Result<RunRecord> readRunRecord(const std::filesystem::path& file);

} // namespace limn
