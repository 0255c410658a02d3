#include "model/metrics/summary.h"

#include "model/metrics/bootstrap.h"

#include <cmath>
#include <limits>
#include <map>

namespace limn {
namespace {

using Cases = std::span<const CaseScore>;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

// The patient's number of every case, in the order of first appearance.
std::vector<std::size_t> patientNumbers(Cases cases)
{
    std::map<std::string, std::size_t> known;
    std::vector<std::size_t> numbers;
    std::size_t next = 0;
    for (const CaseScore& score : cases) {
        if (score.patient.empty()) {
            numbers.push_back(next++);
            continue;
        }
        const auto [place, isNew] = known.emplace(score.patient, next);
        next += isNew ? 1 : 0;
        numbers.push_back(place->second);
    }
    return numbers;
}

Statistic meanAndDeviation(const std::vector<double>& values)
{
    Statistic result{none, none, none, none, 0};
    double sum = 0;
    for (const double value : values)
        if (!std::isnan(value)) {
            sum += value;
            ++result.count;
        }
    if (result.count == 0)
        return result;
    result.mean = sum / result.count;
    double squares = 0;
    for (const double value : values)
        if (!std::isnan(value))
            squares += (value - result.mean) * (value - result.mean);
    if (result.count > 1)
        result.deviation = std::sqrt(squares / (result.count - 1));
    return result;
}

std::vector<double> valuesOf(Cases cases, std::size_t classIndex, Metric metric)
{
    std::vector<double> values;
    for (const CaseScore& score : cases)
        values.push_back(score.classes[classIndex].of(metric));
    return values;
}

std::vector<double> foregroundValues(Cases cases, Metric metric)
{
    std::vector<double> values;
    for (const CaseScore& score : cases) {
        std::vector<double> ofClasses;
        for (const ClassScore& one : score.classes)
            ofClasses.push_back(one.of(metric));
        values.push_back(meanAndDeviation(ofClasses).mean);
    }
    return values;
}

// One metric of every class and of the foreground.
void addStatistics(ScoreSummary& summary, Cases cases, const std::vector<std::size_t>& patients,
                   Metric metric, int resamples, std::uint64_t seed)
{
    const auto index = static_cast<std::size_t>(metric);
    std::vector<std::vector<SumAndCount>> columns;
    SumAndCount overClasses;
    for (std::size_t k = 0; k < summary.classes.size(); ++k) {
        const std::vector<double> values = valuesOf(cases, k, metric);
        Statistic& statistic = summary.classes[k].statistics[index] = meanAndDeviation(values);
        if (statistic.count > 0) {
            overClasses.sum += statistic.mean;
            ++overClasses.count;
        }
        std::vector<SumAndCount>& column =
            columns.emplace_back(static_cast<std::size_t>(summary.patientCount));
        for (std::size_t i = 0; i < values.size(); ++i)
            if (!std::isnan(values[i])) {
                column[patients[i]].sum += values[i];
                ++column[patients[i]].count;
            }
    }
    Statistic& foreground = summary.foreground[index] =
        meanAndDeviation(foregroundValues(cases, metric));
    foreground.mean = overClasses.count > 0 ? overClasses.sum / overClasses.count : none;

    const std::vector<Interval> intervals = bootstrapIntervals(columns, resamples, seed);
    for (std::size_t k = 0; k <= summary.classes.size(); ++k) {
        Statistic& statistic =
            k < summary.classes.size() ? summary.classes[k].statistics[index] : foreground;
        statistic.low = intervals[k].low;
        statistic.high = intervals[k].high;
    }
}

void countPresences(ScoreSummary& summary, Cases cases)
{
    for (const CaseScore& score : cases)
        for (std::size_t k = 0; k < summary.classes.size(); ++k)
            switch (score.classes[k].pixels.presence()) {
            case Presence::Both: break;
            case Presence::Neither: ++summary.classes[k].bothEmpty; break;
            case Presence::Missed: ++summary.classes[k].missed; break;
            case Presence::FalseAlarm: ++summary.classes[k].falseAlarms; break;
            }
}

double meanIouOfAllPixels(Cases cases, std::size_t classCount)
{
    std::vector<PixelCounts> totals(classCount + 1);
    for (const CaseScore& score : cases)
        for (std::size_t k = 0; k <= classCount; ++k) {
            const PixelCounts& pixels = k == 0 ? score.background : score.classes[k - 1].pixels;
            totals[k].truePositive += pixels.truePositive;
            totals[k].falsePositive += pixels.falsePositive;
            totals[k].falseNegative += pixels.falseNegative;
        }
    std::vector<double> ratios;
    for (const auto& [hits, extra, lost] : totals)
        if (hits + extra + lost > 0)
            ratios.push_back(static_cast<double>(hits) / static_cast<double>(hits + extra + lost));
    return meanAndDeviation(ratios).mean;
}

} // namespace

ScoreSummary summarise(Cases cases, int resamples, std::uint64_t seed)
{
    ScoreSummary summary;
    if (cases.empty()) {
        summary.foreground.fill(meanAndDeviation({}));
        summary.meanIouAll = none;
        return summary;
    }
    const std::vector<std::size_t> patients = patientNumbers(cases);
    summary.classes.resize(cases.front().classes.size());
    summary.caseCount = static_cast<int>(cases.size());
    for (const std::size_t patient : patients)
        summary.patientCount = std::max(summary.patientCount, static_cast<int>(patient) + 1);
    for (const Metric metric : allMetrics)
        addStatistics(summary, cases, patients, metric, resamples, seed);
    countPresences(summary, cases);
    summary.meanIouAll = meanIouOfAllPixels(cases, summary.classes.size());
    return summary;
}

} // namespace limn
