// Whether two figures order things alike.
#pragma once

#include <span>

namespace limn {

struct RankCorrelation {
    double value = 0; // Spearman's, -1..1; ties get their mean rank
    double low = 0; // approximate 95 % interval, by Fisher's transform
    double high = 0;
};

// Both of the same length. All NaN with fewer than four pairs, or where one of the two never
// changes. The interval's standard error is that of Fieller, Hartley and Pearson (Biometrika 44,
// 1957): sqrt(1.06 / (n - 3)).
RankCorrelation rankCorrelation(std::span<const double> a, std::span<const double> b);

} // namespace limn
