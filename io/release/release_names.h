// Names of a release's files that every file system takes.
#pragma once

#include <string>
#include <vector>

namespace limn {

// One a stem: safeFileName() of it, and "-2", "-3", ... behind those that would be the same without
// regard to case.
std::vector<std::string> releaseNames(const std::vector<std::string>& stems);

} // namespace limn
