#include "app/commands/stop_signals.h"

#include <signal.h>

namespace limn {
namespace {

sigset_t stopSet()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

StopSignals::StopSignals()
{
    const sigset_t set = stopSet();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_waiting = std::jthread([stop = m_stop](std::stop_token end) mutable {
        const sigset_t awaited = stopSet();
        constexpr timespec look{0, 100'000'000};
        while (!end.stop_requested())
            if (sigtimedwait(&awaited, nullptr, &look) > 0)
                stop.request_stop();
    });
}

StopSignals::~StopSignals()
{
    m_waiting.request_stop();
    m_waiting.join();
    const sigset_t set = stopSet();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

} // namespace limn
