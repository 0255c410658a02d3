// The commands that need no window (limn segment, evaluate, info, ...), by CLI11.
#pragma once

namespace limn {

// Exit codes of every command.
inline constexpr int exitDone = 0;
inline constexpr int exitRefused = 2; // by the arguments, a file or a model; the reason was printed
inline constexpr int exitFault = 3; // a fault of Limn's own

// True when the first argument is a command's name, --help or --version.
bool namesCommand(int argc, char** argv);
int runCommand(int argc, char** argv);

} // namespace limn
