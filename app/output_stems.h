// The names that exported files begin with.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace limn {

// One a path, all different without regard to case: the file's stem; where two paths share it, the
// parent folder's name before it; where that is shared too, the suffix after it ("a_png", "a_jpg").
std::vector<std::string> outputStems(const std::vector<std::filesystem::path>& paths);

} // namespace limn
