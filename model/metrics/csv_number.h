// A number as a cell of a CSV file.
#pragma once

#include <array>
#include <cmath>
#include <cstdio>
#include <string>

namespace limn {

// Six digits; empty for NaN.
inline std::string csvNumber(double value)
{
    if (std::isnan(value))
        return {};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.6g", value);
    return text.data();
}

} // namespace limn
