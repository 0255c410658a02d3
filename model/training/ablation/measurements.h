// All rows of all finished runs, in memory, by what was measured.
#pragma once

#include "model/training/csv_table.h"

#include <compare>
#include <map>
#include <set>

namespace limn {

// What a value is of. `variant`: "posterior", "semantic" of scores.csv; "ddim/no"
// (kernel/projected) of kernels.csv; "paint", "re-run" of clicks.csv; the corruption of
// corruptions.csv; the mode of uncertainty.csv; "" of latents.csv. `steps`: K; of clicks.csv the
// number of clicks, of uncertainty.csv of chains.
struct Subject {
    std::string set, arm, variant;
    int steps = 0;

    auto operator<=>(const Subject&) const = default;
};

// Which image, class and seed: what is paired between subjects.
struct Pairing {
    std::uint64_t seed = 0;
    std::string image, className;

    auto operator<=>(const Pairing&) const = default;
};

struct Measured {
    std::string patient;
    std::vector<double> values; // in the order of Measurements::metrics; NaN where excluded
};

struct Measurements {
    std::vector<std::string> metrics;
    std::map<Subject, std::map<Pairing, Measured>> subjects;

    bool has(const Subject& subject) const { return subjects.contains(subject); }
    std::size_t metric(const std::string& name) const; // must be one of `metrics`
};

struct AllMeasurements {
    Measurements scores, kernels, clicks, corruptions, uncertainty, latents;
    CsvTable runs; // every run.csv
    std::vector<std::string> sets, arms; // in the order of the folders' names
};

// Of the finished runs (those with a run.csv) in a results folder. Errors: NotFound, NotReadable,
// BadData that names file and row.
Result<AllMeasurements> readMeasurements(const std::filesystem::path& results);

} // namespace limn
