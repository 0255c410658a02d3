// Small text files that a data set has in its folder.
#pragma once

#include "model/data/error.h"

#include <filesystem>
#include <optional>
#include <string>

namespace limn {

// Its text; nothing when it is not there. Errors: NotReadable, TooLarge.
Result<std::optional<std::string>> textIn(const std::filesystem::path& file);

// By the durable writer, in place of what is there.
Result<void> putText(const std::filesystem::path& file, const std::string& text);

} // namespace limn
