// Small random choices of training, the same on every machine for a seed.
#pragma once

#include <cstdint>
#include <random>

namespace limn {

class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_engine(seed)
    {
    }

    double uniform(double low, double high)
    {
        return low + (high - low) * static_cast<double>(m_engine() >> 11) * 0x1.0p-53;
    }
    bool chance(double probability) { return uniform(0, 1) < probability; }
    std::size_t below(std::size_t count) // 0..count - 1
    {
        return static_cast<std::size_t>(uniform(0, static_cast<double>(count)));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace limn
