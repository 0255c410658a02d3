#include "model/metrics/bootstrap.h"

#include "model/metrics/surface_distance.h"

#include <limits>
#include <random>

namespace limn {
namespace {

// Own mapping to 0..size-1: the standard's distributions differ between libraries.
std::vector<std::size_t> drawn(std::mt19937_64& random, std::size_t size)
{
    std::vector<std::size_t> patients(size);
    for (std::size_t& patient : patients)
        patient = static_cast<std::size_t>(((random() >> 32) * size) >> 32);
    return patients;
}

Interval intervalOf(std::vector<double> means)
{
    if (means.empty())
        return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    return {quantile(means, 0.025), quantile(means, 0.975)};
}

} // namespace

std::vector<Interval> bootstrapIntervals(std::span<const std::vector<SumAndCount>> columns,
                                         int resamples, std::uint64_t seed)
{
    const std::size_t patientCount = columns.empty() ? 0 : columns.front().size();
    std::vector<std::vector<double>> means(columns.size() + 1);
    std::mt19937_64 random(seed);
    for (int i = 0; i < resamples && patientCount > 0; ++i) {
        const std::vector<std::size_t> patients = drawn(random, patientCount);
        SumAndCount overColumns;
        for (std::size_t k = 0; k < columns.size(); ++k) {
            SumAndCount total;
            for (const std::size_t patient : patients) {
                total.sum += columns[k][patient].sum;
                total.count += columns[k][patient].count;
            }
            if (total.count == 0)
                continue;
            means[k].push_back(total.sum / total.count);
            overColumns.sum += means[k].back();
            ++overColumns.count;
        }
        if (overColumns.count > 0)
            means.back().push_back(overColumns.sum / overColumns.count);
    }
    std::vector<Interval> intervals;
    for (std::vector<double>& values : means)
        intervals.push_back(intervalOf(std::move(values)));
    return intervals;
}

} // namespace limn
