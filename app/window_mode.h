// The window's program: Qt's application and everything that is wired into it.
#pragma once

namespace limn {

// argv[1], if any, is a file or folder to open. Without a display: one sentence, exit code 2.
int runWindow(int argc, char** argv);

} // namespace limn
