// The one way in which Limn writes a file: whole and on disk, or the old one stays.
#pragma once

#include "model/data/error.h"

#include <cstddef>
#include <filesystem>
#include <span>

namespace limn {

enum class IfExists { Refuse, Replace };

// Temporary file in the same folder, checked writes of at most 16 KB, fsync, read back and
// compared, rename, fsync of the folder. On any failure the old file is untouched and the temporary
// one removed. A symbolic link at `path` is not written through: it is replaced. Errors: Exists,
// ReadOnly, DiskFull, WriteFailed (detail: the system's words), NotFound (no such folder).
Result<void> writeDurably(const std::filesystem::path& path, std::span<const std::byte> content,
                          IfExists ifExists);

// The same with the content in pieces, one after the other, so that a large file needs no second
// copy.
Result<void> writeDurably(const std::filesystem::path& path,
                          std::span<const std::span<const std::byte>> pieces, IfExists ifExists);

} // namespace limn
