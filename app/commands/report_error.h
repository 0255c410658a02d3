// How a command without a window says that it failed.
#pragma once

#include "model/data/error.h"

namespace limn {

// Prints the error: as a JSON line on stdout, or as one line on stderr. Returns the exit code:
// 2 for a refusal, 3 for an inner fault.
int reportError(const Error& error, bool asJson);

} // namespace limn
