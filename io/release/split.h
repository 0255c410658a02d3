// Which patients are for training, validation and test.
#pragma once

#include "model/data/error.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace limn {

struct SplitShare {
    std::string name; // "train", "val", "test"
    double weight = 0;

    bool operator==(const SplitShare&) const = default;
};

// "70/15/15", "80/20" or "100". Error: BadArgument.
Result<std::vector<SplitShare>> splitSharesFrom(const std::string& text);

// Of each patient the part's name. The order in which patients are dealt out is by the seed and their
// own names alone, the same on every machine. A part of any weight gets a patient where there are
// enough of them.
std::map<std::string, std::string> splitOf(const std::set<std::string>& patients,
                                           const std::vector<SplitShare>& shares,
                                           std::uint64_t seed);

// The patients in that order.
std::vector<std::string> shuffled(const std::set<std::string>& patients, std::uint64_t seed);

} // namespace limn
