// All cases together: means, spread, intervals and counts, a class and over the foreground.
#pragma once

#include "model/metrics/scores.h"

namespace limn {

struct Statistic {
    double mean = 0; // over the cases that count (NaN when none does)
    double deviation = 0; // sample standard deviation over these cases; NaN with fewer than two
    double low = 0; // 95 % bootstrap interval over patients
    double high = 0;
    int count = 0; // cases that count
};
using Statistics = std::array<Statistic, allMetrics.size()>; // in the order of allMetrics

struct ClassSummary {
    Statistics statistics;
    int bothEmpty = 0;
    int missed = 0;
    int falseAlarms = 0;

    const Statistic& of(Metric metric) const
    {
        return statistics[static_cast<std::size_t>(metric)];
    }
    int valid() const
    {
        return of(Metric::Dice).count;
    } // cases in which the class is in either mask
};

struct ScoreSummary {
    std::vector<ClassSummary> classes; // [0] is label 1
    // Mean over classes of the means over cases; so of(Iou).mean is "mIoU-fg". Deviation and count:
    // over the cases' own means of their valid classes.
    Statistics foreground;
    double meanIouAll = 0; // "mIoU-all": pixels of all cases together, background included; a class
                           // that is nowhere is left out
    int caseCount = 0;
    int patientCount = 0;

    const Statistic& foregroundOf(Metric metric) const
    {
        return foreground[static_cast<std::size_t>(metric)];
    }
};

// The cases must have the same number of classes. A case without a patient is its own patient.
ScoreSummary summarise(std::span<const CaseScore> cases, int resamples = 10000,
                       std::uint64_t seed = 0);

} // namespace limn
