// Ctrl+C and a request to end, as a stop token.
#pragma once

#include <stop_token>
#include <thread>

namespace limn {

// While it lives, SIGINT and SIGTERM do not end the program. Made before other threads and children:
// they take over that these signals are held back, so that a child is not ended under its parent.
class StopSignals {
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_waiting;
};

} // namespace limn
