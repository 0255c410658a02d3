#include "io/release/split.h"

#include "model/files/sha256.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

namespace limn {
namespace {

constexpr std::array partNames{"train", "val", "test"};

// Largest remainders; then a part without anybody takes one from the largest.
std::vector<std::size_t> countsOf(std::size_t patients, const std::vector<SplitShare>& shares)
{
    double sum = 0;
    for (const SplitShare& share : shares)
        sum += share.weight;
    std::vector<std::size_t> counts;
    std::vector<double> rests;
    for (const SplitShare& share : shares) {
        const double exact = static_cast<double>(patients) * share.weight / sum;
        counts.push_back(static_cast<std::size_t>(exact + 1e-9));
        rests.push_back(exact - static_cast<double>(counts.back()));
    }
    while (std::accumulate(counts.begin(), counts.end(), std::size_t{0}) < patients) {
        const auto largest = std::ranges::max_element(rests);
        ++counts[static_cast<std::size_t>(largest - rests.begin())];
        *largest = -1;
    }
    for (std::size_t part = 0; part < counts.size(); ++part) {
        const auto largest = std::ranges::max_element(counts);
        if (counts[part] == 0 && shares[part].weight > 0 && *largest > 1) {
            --*largest;
            ++counts[part];
        }
    }
    return counts;
}

} // namespace

Result<std::vector<SplitShare>> splitSharesFrom(const std::string& text)
{
    const auto refused = [&text](const char* why) {
        return fail(ErrorCode::BadArgument, text, why);
    };
    std::vector<SplitShare> shares;
    double sum = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('/', at), text.size());
        double weight = -1;
        const auto [last, fault] = std::from_chars(text.data() + at, text.data() + end, weight);
        if (fault != std::errc{} || last != text.data() + end || !(weight >= 0) || weight > 1e6)
            return refused("a split is numbers with / between them, such as 70/15/15");
        if (shares.size() == partNames.size())
            return refused("a split has at most three parts: train, val, test");
        shares.push_back({partNames[shares.size()], weight});
        sum += weight;
        at = end + 1;
    }
    return sum > 0 ? Result<std::vector<SplitShare>>(std::move(shares))
                   : refused("all parts of the split are 0");
}

std::vector<std::string> shuffled(const std::set<std::string>& patients, std::uint64_t seed)
{
    std::vector<std::pair<std::string, std::string>> order;
    for (const std::string& patient : patients) {
        const std::string text = "limn split " + std::to_string(seed) + '\n' + patient;
        order.emplace_back(sha256(std::as_bytes(std::span(text))), patient);
    }
    std::ranges::sort(order);
    std::vector<std::string> sorted;
    for (auto& [hash, patient] : order)
        sorted.push_back(std::move(patient));
    return sorted;
}

std::map<std::string, std::string> splitOf(const std::set<std::string>& patients,
                                           const std::vector<SplitShare>& shares,
                                           std::uint64_t seed)
{
    std::map<std::string, std::string> parts;
    const auto counts = countsOf(patients.size(), shares);
    std::size_t part = 0, taken = 0;
    for (const std::string& patient : shuffled(patients, seed)) {
        while (taken == counts[part]) {
            ++part;
            taken = 0;
        }
        parts[patient] = shares[part].name;
        ++taken;
    }
    return parts;
}

} // namespace limn
