#include "model/metrics/rank_correlation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace limn {
namespace {

// Less their mean.
std::vector<double> centredRanks(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [values](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    const double middle = (static_cast<double>(values.size()) - 1) / 2;
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first;
        while (end < order.size() && values[order[end]] == values[order[first]])
            ++end;
        for (std::size_t i = first; i < end; ++i)
            ranks[order[i]] = static_cast<double>(first + end - 1) / 2 - middle;
        first = end;
    }
    return ranks;
}

} // namespace

RankCorrelation rankCorrelation(std::span<const double> a, std::span<const double> b)
{
    assert(a.size() == b.size());
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    if (a.size() < 4)
        return {none, none, none};
    const auto first = centredRanks(a), second = centredRanks(b);
    const double both = std::inner_product(first.begin(), first.end(), second.begin(), 0.0);
    const double ofA = std::inner_product(first.begin(), first.end(), first.begin(), 0.0);
    const double ofB = std::inner_product(second.begin(), second.end(), second.begin(), 0.0);
    if (ofA == 0 || ofB == 0)
        return {none, none, none};
    const double value = both / std::sqrt(ofA * ofB);
    const double z = std::atanh(std::clamp(value, -1 + 1e-12, 1 - 1e-12));
    const double reach = 1.96 * std::sqrt(1.06 / (static_cast<double>(a.size()) - 3));
    return {value, std::tanh(z - reach), std::tanh(z + reach)};
}

} // namespace limn
