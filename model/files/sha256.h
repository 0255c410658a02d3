// SHA-256 (FIPS 180-4).
#pragma once

#include "model/data/error.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace limn {

std::string sha256(std::span<const std::byte> bytes); // 64 lower-case hex digits

// Reads the file in pieces. Errors: NotFound, NotReadable.
Result<std::string> sha256OfFile(const std::filesystem::path& path);

} // namespace limn
