// One function a command: registers it, and when it is named runs it and sets the exit code.
#pragma once

namespace CLI {
class App;
}

namespace limn {

void addSegment(CLI::App& commands, int& exitCode);
void addEvaluate(CLI::App& commands, int& exitCode);
void addInfo(CLI::App& commands, int& exitCode);
void addDecode(CLI::App& commands, int& exitCode);
void addPack(CLI::App& commands, int& exitCode);

} // namespace limn
