// Seconds that a person spends on an image.
#pragma once

#include <cstdint>

namespace limn {

// Time counts between inputs that are less than a minute apart; a longer pause counts nothing.
class ActiveTime {
public:
    void restart(double secondsBefore)
    {
        m_seconds = secondsBefore;
        m_lastInputMs = -pauseMs;
    }

    // `nowMs`: any clock that does not go back, milliseconds from 0 on.
    void noteInput(std::int64_t nowMs)
    {
        m_seconds = seconds(nowMs);
        m_lastInputMs = nowMs;
    }

    double seconds(std::int64_t nowMs) const
    {
        const std::int64_t gapMs = nowMs - m_lastInputMs;
        return gapMs < pauseMs ? m_seconds + static_cast<double>(gapMs) / 1000 : m_seconds;
    }

private:
    static constexpr std::int64_t pauseMs = 60'000;
    double m_seconds = 0;
    std::int64_t m_lastInputMs = -pauseMs;
};

} // namespace limn
