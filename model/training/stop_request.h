// The wish of a person or the system that a long training ends: SIGINT, SIGTERM.
#pragma once

namespace limn {

void watchForStop(); // from now on the two signals only leave a note
bool isStopAsked();

} // namespace limn
