// What a Limn that died in the middle of writing left behind.
#pragma once

#include <filesystem>

namespace limn {

// Removes the durable writer's temporary files from the folder: plain files of its naming whose
// process is gone and that nobody has written for ten minutes (the process may be another
// computer's). Returns how many.
int removeLeftovers(const std::filesystem::path& folder);

} // namespace limn
