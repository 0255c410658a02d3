// The tables of report.md, one function each, as Markdown.
#pragma once

#include "model/training/ablation/plan.h"
#include "model/training/ablation/verdict.h"

namespace limn {

struct ReportData {
    const Plan& plan;
    const AllMeasurements& all;
    std::vector<std::string> arms; // that have a finished run, in the table's order
};

std::string modelsTable(const ReportData& data, const std::string& set);
std::string differencesTable(const ReportData& data, const std::string& set);
std::string stepsTable(const ReportData& data, const std::string& set); // Dice(K)
std::string kernelsTable(const ReportData& data, const std::string& set); // empty: not studied
std::string clicksTable(const ReportData& data, const std::string& set); // empty: not studied
std::string corruptionsTable(const ReportData& data, const std::string& set); // empty: not studied
std::string featuresTable(const ReportData& data, const std::string& set); // empty: not studied
std::string uncertaintyTable(const ReportData& data, const std::string& set); // empty: not studied
std::string latentsTable(const ReportData& data, const std::string& set); // empty: not studied
std::string verdictsTable(const std::vector<Verdict>& verdicts);

// How well a picture's surprise tells corrupted pictures from clean ones: the share of pairs of one
// seed of which the corrupted one has more (AUROC). NaN where there is no surprise.
double surpriseAuroc(const AllMeasurements& all, const std::string& set, const std::string& arm,
                     const std::string& corruption, int steps);

// Mean number of clicks to reach a Dice, over images and seeds.
double meanClicks(const AllMeasurements& all, const std::string& set, const std::string& arm,
                  const std::string& mode, double target, int most);

} // namespace limn
