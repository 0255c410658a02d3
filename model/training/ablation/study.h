// What a trained model is studied for beside its scores: one table for plan, run and report.
#pragma once

#include "model/training/ablation/claims.h"
#include "model/training/ablation/measurements.h"
#include "model/training/ablation/plan.h"

namespace limn {

struct StudyKind {
    Source source;
    std::string name; // a section of the plan, and NAME.csv of a run
    PlanStudy Plan::*asked;
    Measurements AllMeasurements::*measured;
    std::vector<std::string> variant; // columns, joined by /
    std::string count; // the column of steps, clicks or chains
    std::vector<std::string> metrics;

    std::string file() const { return name + ".csv"; }
};

const std::vector<StudyKind>& studyKinds();

// Null of the scores, which are no study.
const StudyKind* studyKindOf(Source source);

} // namespace limn
