// Numbers out of bytes, and the first bytes of a file.
#pragma once

#include "model/data/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace limn {

using Bytes = std::span<const std::byte>;

enum class Endian { Little, Big };

// Up to four bytes at `at`, which must be inside.
inline std::uint32_t numberAt(Bytes bytes, std::size_t at, int count, Endian endian)
{
    std::uint32_t number = 0;
    for (int i = 0; i < count; ++i) {
        const int shift = 8 * (endian == Endian::Little ? i : count - 1 - i);
        number |= std::to_integer<std::uint32_t>(bytes[at + static_cast<std::size_t>(i)]) << shift;
    }
    return number;
}

bool startsWith(Bytes bytes, std::string_view magic, std::size_t at = 0);

// The whole file, or its first `most` bytes. Errors: NotFound, NotReadable.
Result<std::vector<std::byte>> readBytes(const std::filesystem::path& path, std::size_t most);

// `count` bytes from `offset` on; Truncated, without a subject, when the file ends before.
Result<std::vector<std::byte>> readBytesAt(const std::filesystem::path& path, std::uint64_t offset,
                                           std::size_t count);

// Its size. Errors: NotFound, NotReadable, NotAnImage (a folder or device).
Result<std::uint64_t> fileSize(const std::filesystem::path& path);

// SHA-256 of its bytes, lower-case hex.
Result<std::string> contentHash(const std::filesystem::path& path);

// The name without folder, as valid UTF-8.
std::string displayName(const std::filesystem::path& path);

} // namespace limn
