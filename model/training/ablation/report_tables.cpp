#include "model/training/ablation/report_tables.h"

#include "model/data/kernel.h"
#include "model/training/ablation/markdown.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

std::string signedText(double value, int digits)
{
    return (value > 0 ? "+" : "") + fixed(value, digits);
}

std::string withInterval(const Estimate& e, int digits)
{
    return fixed(e.mean, digits) + " ± " + fixed(e.deviation, digits) + " [" + fixed(e.low, digits)
        + ", " + fixed(e.high, digits) + "]";
}

std::optional<Estimate> estimated(const AllMeasurements& all, const std::string& set,
                                  const Term& term, const char* metric, int usualSteps)
{
    const auto subject = subjectOf(all, set, term, usualSteps);
    if (!subject)
        return std::nullopt;
    const Measurements& from = measurementsOf(all, term.source);
    return estimateOf(from.subjects.at(*subject), from.metric(metric));
}

Term ofArm(const std::string& arm, int steps = 0)
{
    return {Source::Scores, arm, "posterior", steps};
}

// A column's mean over the runs of an arm; of facts that do not differ, their value.
std::string factOf(const AllMeasurements& all, const std::string& set, const std::string& arm,
                   const char* column, int digits)
{
    const auto place = [&all](const char* name) {
        return static_cast<std::size_t>(std::ranges::find(all.runs.columns, name)
                                        - all.runs.columns.begin());
    };
    double sum = 0;
    int count = 0;
    for (const auto& facts : all.runs.rows)
        if (facts[place("set")] == set && facts[place("arm")] == arm) {
            sum += csvValue(facts[place(column)], "run.csv").value_or(NAN);
            ++count;
        }
    return fixed(sum / count, digits);
}

} // namespace

std::string modelsTable(const ReportData& data, const std::string& set)
{
    std::string text = head({"arm", "seeds", "Dice", "SD of seeds", "mIoU-fg", "mIoU-all",
                             "precision", "recall", "HD95", "NLL T = 1", "NLL", "ECE T = 1", "ECE",
                             "iterations", "parameters", "s an iteration"});
    for (const std::string& arm : data.arms) {
        const auto of = [&](const char* metric) {
            return estimated(data.all, set, ofArm(arm), metric, data.plan.steps);
        };
        const auto dice = of("Dice");
        if (!dice)
            continue;
        const auto fact = [&](const char* column, int digits) {
            return factOf(data.all, set, arm, column, digits);
        };
        text += row({arm, std::to_string(dice->seeds), withInterval(*dice, 4),
                     fixed(dice->seedDeviation, 4), withInterval(*of("IoU"), 4),
                     fact("mIoU-all", 4), withInterval(*of("Precision"), 4),
                     withInterval(*of("Recall"), 4), withInterval(*of("HD95"), 1),
                     fixed(of("NLL")->mean, 4), fixed(of("NLL-T")->mean, 4),
                     fixed(of("ECE")->mean, 4), fixed(of("ECE-T")->mean, 4), fact("iterations", 0),
                     fact("parameters", 0), fact("seconds an iteration", 3)});
    }
    return text;
}

std::string differencesTable(const ReportData& data, const std::string& set)
{
    std::string text =
        head({"arm − full", "seeds", "Dice", "seeds above 0", "HD95", "NLL T = 1", "NLL"});
    const auto full = subjectOf(data.all, set, ofArm("full"), data.plan.steps);
    if (!full)
        return {};
    for (const std::string& arm : data.arms) {
        const auto subject = subjectOf(data.all, set, ofArm(arm), data.plan.steps);
        if (!subject || arm == "full")
            continue;
        const auto paired =
            differences(data.all.scores.subjects.at(*subject), data.all.scores.subjects.at(*full));
        const auto cell = [&](const char* metric, int digits) {
            const Estimate e = estimateOf(paired, data.all.scores.metric(metric));
            return signedText(e.mean, digits) + " [" + signedText(e.low, digits) + ", "
                + signedText(e.high, digits) + "]";
        };
        const Estimate dice = estimateOf(paired, data.all.scores.metric("Dice"));
        text +=
            row({arm, std::to_string(dice.seeds), cell("Dice", 4), std::to_string(dice.seedsAbove),
                 cell("HD95", 2), cell("NLL", 4), cell("NLL-T", 4)});
    }
    return text;
}

std::string stepsTable(const ReportData& data, const std::string& set)
{
    std::vector<int> counts = data.plan.stepCounts;
    std::ranges::sort(counts);
    std::vector<std::string> titles{"arm"};
    for (const int steps : counts)
        titles.push_back("K = " + std::to_string(steps));
    std::string text = head(titles);
    for (const std::string& arm : data.arms) {
        std::vector<std::string> cells{arm};
        for (const int steps : counts)
            if (const auto e = estimated(data.all, set, ofArm(arm, steps), "Dice", steps))
                cells.push_back(fixed(e->mean, 4));
        if (cells.size() == titles.size())
            text += row(cells);
    }
    return text;
}

std::string kernelsTable(const ReportData& data, const std::string& set)
{
    const std::vector<int>& counts = data.plan.kernels.steps;
    std::vector<std::string> titles{"arm", "kernel", "projected"};
    for (const int steps : counts)
        titles.push_back("Dice K = " + std::to_string(steps));
    titles.push_back("changed by the last step");
    titles.push_back("offset");
    std::string text;
    for (const std::string& arm : data.plan.kernels.arms)
        for (const Kernel kernel : kernels)
            for (const std::string projected : {"yes", "no"}) {
                const auto of = [&](int steps, const char* metric) {
                    const Term term{Source::Kernels, arm,
                                    std::string(nameOf(kernel)) + "/" + projected, steps};
                    return estimated(data.all, set, term, metric, steps);
                };
                if (!of(counts.front(), "Dice"))
                    continue;
                std::vector<std::string> cells{arm, std::string(nameOf(kernel)), projected};
                for (const int steps : counts)
                    cells.push_back(fixed(of(steps, "Dice").value_or(Estimate{NAN}).mean, 4));
                cells.push_back(fixed(100 * of(counts.back(), "changed")->mean, 3) + " %");
                cells.push_back(fixed(of(counts.back(), "offset")->mean, 4));
                text += row(cells);
            }
    return text.empty() ? text : head(titles) + text;
}

std::string verdictsTable(const std::vector<Verdict>& verdicts)
{
    std::string text = head({"row", "claim", "set", "verdict", "differences"});
    for (const Verdict& verdict : verdicts)
        text += row({verdict.row, verdict.claim, verdict.set,
                     "*" + std::string(nameOf(verdict.judgement)) + "*", verdict.reason});
    return text;
}

} // namespace limn
