// The import child's loop: a request, an answer.
#pragma once

namespace limn {

// Answers requests on descriptors 0 and 1 (see model/data/import_wire.h) until the other side
// closes. Returns the exit code.
int serveRequests();

} // namespace limn
