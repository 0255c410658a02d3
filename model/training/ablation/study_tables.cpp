#include "model/metrics/clicks_needed.h"
#include "model/training/ablation/corruption_study.h"
#include "model/training/ablation/markdown.h"
#include "model/training/ablation/report_tables.h"

#include <limits>

namespace limn {
namespace {

constexpr int shownClicks = 5;
constexpr double targets[] = {0.9, 0.95};

const std::map<Pairing, Measured>* clickValues(const AllMeasurements& all, const std::string& set,
                                               const std::string& arm, const std::string& mode,
                                               int clicks)
{
    const auto found = all.clicks.subjects.find({set, arm, mode, clicks});
    return found == all.clicks.subjects.end() ? nullptr : &found->second;
}

const std::map<Pairing, Measured>* corruptionValues(const AllMeasurements& all,
                                                    const std::string& set, const std::string& arm,
                                                    const std::string& corruption, int steps)
{
    const auto subject = subjectOf(all, set, {Source::Corruptions, arm, corruption, 0}, steps);
    return subject ? &all.corruptions.subjects.at(*subject) : nullptr;
}

// A row an arm, a column a corruption; cellOf(arm, corruption, mean of a metric).
template <typename CellOf>
std::string tableOfCorruptions(const ReportData& data, const std::string& set, const CellOf& cellOf)
{
    std::vector<std::string> titles{"arm"};
    for (const char* const name : corruptionNames)
        titles.emplace_back(name);
    std::string text;
    for (const std::string& arm : data.plan.corruptions.arms) {
        std::vector<std::string> cells{arm};
        for (const char* const name : corruptionNames) {
            const auto* const values = corruptionValues(data.all, set, arm, name, data.plan.steps);
            if (!values)
                break;
            cells.push_back(cellOf(arm, name, [&](const char* metric) {
                return estimateOf(*values, data.all.corruptions.metric(metric)).mean;
            }));
        }
        if (cells.size() == titles.size())
            text += row(cells);
    }
    return text.empty() ? text : head(titles) + text;
}

} // namespace

double meanClicks(const AllMeasurements& all, const std::string& set, const std::string& arm,
                  const std::string& mode, double target, int most)
{
    std::map<Pairing, std::vector<double>> series;
    for (int clicks = 0; clicks <= most; ++clicks)
        if (const auto* const values = clickValues(all, set, arm, mode, clicks))
            for (const auto& [pairing, measured] : *values)
                series[pairing].push_back(measured.values[all.clicks.metric("Dice")]);
    double sum = 0, count = 0;
    for (const auto& [pairing, dices] : series)
        if (!std::isnan(dices.front())) { // there is something to find
            sum += clicksNeeded(dices, target, most);
            ++count;
        }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

std::string clicksTable(const ReportData& data, const std::string& set)
{
    std::vector<std::string> titles{"arm", "mode"};
    for (int clicks = 0; clicks <= shownClicks; ++clicks)
        titles.push_back(std::to_string(clicks) + (clicks == 1 ? " click" : " clicks"));
    for (const double target : targets)
        titles.push_back("NoC to " + fixed(target, 2));
    titles.push_back("changed outside, 1 click");
    std::string text;
    for (const std::string& arm : data.plan.clicks.arms)
        for (const std::string mode : {"paint", "re-run"}) {
            if (!clickValues(data.all, set, arm, mode, 0))
                continue;
            const auto of = [&](int clicks, const char* metric) {
                return estimateOf(*clickValues(data.all, set, arm, mode, clicks),
                                  data.all.clicks.metric(metric));
            };
            std::vector<std::string> cells{arm, mode};
            for (int clicks = 0; clicks <= shownClicks; ++clicks) {
                const Estimate e = of(clicks, "Dice");
                cells.push_back(fixed(e.mean, 4) + " [" + fixed(e.low, 4) + ", " + fixed(e.high, 4)
                                + "]");
            }
            for (const double target : targets)
                cells.push_back(fixed(
                    meanClicks(data.all, set, arm, mode, target, data.plan.clicks.mostClicks), 2));
            cells.push_back(fixed(100 * of(1, "outside").mean, 2) + " %");
            text += row(cells);
        }
    return text.empty() ? text : head(titles) + text;
}

double surpriseAuroc(const AllMeasurements& all, const std::string& set, const std::string& arm,
                     const std::string& corruption, int steps)
{
    const auto* const clean = corruptionValues(all, set, arm, "clean", steps);
    const auto* const worse = corruptionValues(all, set, arm, corruption, steps);
    double above = 0, pairs = 0;
    if (!clean || !worse)
        return std::numeric_limits<double>::quiet_NaN();
    const std::size_t metric = all.corruptions.metric("surprise");
    for (const auto& [usual, plain] : *clean)
        for (const auto& [other, corrupt] : *worse) {
            const double difference = corrupt.values[metric] - plain.values[metric];
            if (usual.seed != other.seed || std::isnan(difference))
                continue;
            above += difference > 0 ? 1 : difference < 0 ? 0 : 0.5;
            ++pairs;
        }
    return pairs > 0 ? above / pairs : std::numeric_limits<double>::quiet_NaN();
}

std::string corruptionsTable(const ReportData& data, const std::string& set)
{
    return tableOfCorruptions(
        data, set, [&](const std::string& arm, const std::string& name, const auto& mean) {
            const double area = surpriseAuroc(data.all, set, arm, name, data.plan.steps);
            const bool isTold = name != "clean" && !std::isnan(area);
            return fixed(mean("Dice"), 4) + (isTold ? " (" + fixed(area, 3) + ")" : "");
        });
}

std::string featuresTable(const ReportData& data, const std::string& set)
{
    return tableOfCorruptions(data, set,
                              [](const std::string&, const std::string&, const auto& mean) {
                                  return fixed(mean("cosine"), 4) + "; " + fixed(mean("Fisher"), 3);
                              });
}

std::string uncertaintyTable(const ReportData& data, const std::string& set)
{
    const Measurements& from = data.all.uncertainty;
    std::vector<std::string> titles{"arm", "chains"}, cells;
    titles.insert(titles.end(), from.metrics.begin(), from.metrics.end());
    std::string text;
    for (const auto& [subject, values] : from.subjects) {
        if (subject.set != set)
            continue;
        cells = {subject.arm, std::to_string(subject.steps) + ", " + subject.variant};
        for (std::size_t m = 0; m < from.metrics.size(); ++m)
            cells.push_back(fixed(estimateOf(values, m).mean, 4));
        text += row(cells);
    }
    return text.empty() ? text : head(titles) + text;
}

std::string latentsTable(const ReportData& data, const std::string& set)
{
    const Measurements& from = data.all.latents;
    std::string text;
    for (const auto& [subject, values] : from.subjects) {
        if (subject.set != set)
            continue;
        std::vector<std::string> cells{subject.arm};
        for (std::size_t m = 0; m < from.metrics.size(); ++m) {
            const Estimate e = estimateOf(values, m);
            cells.push_back(fixed(e.mean, 4) + " [" + fixed(e.low, 4) + ", " + fixed(e.high, 4)
                            + "]");
        }
        text += row(cells);
    }
    return text.empty() ? text : head({"arm", "divergence", "mean square error"}) + text;
}

} // namespace limn
