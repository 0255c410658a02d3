// What the import child takes from itself before it touches a stranger's file.
#pragma once

namespace limn {

// Closes every descriptor above `lastDescriptor`; dies with its parent; no core file; 2 GB of
// address space (not under a sanitizer) and 64 MB of stack; no sockets, no new programs, no file
// opened for writing.
void confineProcess(int lastDescriptor);

} // namespace limn
