#include "model/training/ablation/estimate.h"

#include "model/metrics/bootstrap.h"

#include <cmath>
#include <limits>

namespace limn {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

struct Mean {
    double sum = 0;
    int count = 0;

    void add(double value)
    {
        sum += value;
        ++count;
    }
    double value() const { return count > 0 ? sum / count : none; }
};

template <typename Key> double deviationOf(const std::map<Key, Mean>& means)
{
    Mean mean, squares;
    for (const auto& [key, one] : means)
        mean.add(one.value());
    for (const auto& [key, one] : means)
        squares.add(std::pow(one.value() - mean.value(), 2));
    return squares.count > 1 ? std::sqrt(squares.sum / (squares.count - 1)) : none;
}

} // namespace

Estimate estimateOf(const std::map<Pairing, Measured>& values, std::size_t metric)
{
    std::map<std::string, std::size_t> patients;
    std::map<std::string, Mean> classes, images;
    std::map<std::uint64_t, Mean> seeds;
    std::map<std::string, std::vector<SumAndCount>> columns;
    for (const auto& [pairing, measured] : values)
        if (!std::isnan(measured.values[metric]))
            patients.emplace(measured.patient, patients.size());
    for (const auto& [pairing, measured] : values) {
        const double value = measured.values[metric];
        if (std::isnan(value))
            continue;
        classes[pairing.className].add(value);
        images[pairing.image].add(value);
        seeds[pairing.seed].add(value);
        auto& column = columns[pairing.className];
        column.resize(patients.size());
        SumAndCount& own = column[patients.at(measured.patient)];
        own.sum += value;
        ++own.count;
    }
    Mean overClasses;
    for (const auto& [name, mean] : classes)
        overClasses.add(mean.value());
    std::vector<std::vector<SumAndCount>> plain;
    for (auto& [name, column] : columns)
        plain.push_back(std::move(column));
    const Interval interval = bootstrapIntervals(plain, resamples, 0).back();
    Estimate result{overClasses.value(),
                    deviationOf(images),
                    deviationOf(seeds),
                    interval.low,
                    interval.high,
                    static_cast<int>(images.size()),
                    static_cast<int>(patients.size()),
                    static_cast<int>(seeds.size())};
    for (const auto& [seed, mean] : seeds)
        result.seedsAbove += mean.value() > 0;
    return result;
}

std::map<Pairing, Measured> differences(const std::map<Pairing, Measured>& a,
                                        const std::map<Pairing, Measured>& b)
{
    std::map<Pairing, Measured> result;
    for (const auto& [pairing, left] : a) {
        const auto right = b.find(pairing);
        if (right == b.end())
            continue;
        Measured difference{left.patient, left.values};
        for (std::size_t i = 0; i < difference.values.size(); ++i)
            difference.values[i] -= right->second.values[i];
        result.emplace(pairing, std::move(difference));
    }
    return result;
}

} // namespace limn
