#include "model/training/stop_request.h"

#include <csignal>

namespace limn {
namespace {

volatile std::sig_atomic_t stopAsked = 0;

void askToStop(int)
{
    stopAsked = 1;
}

} // namespace

void watchForStop()
{
    std::signal(SIGINT, askToStop);
    std::signal(SIGTERM, askToStop);
}

bool isStopAsked()
{
    return stopAsked != 0;
}

} // namespace limn
