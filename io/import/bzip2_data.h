// Bytes out of a bzip2 stream.
#pragma once

#include "io/import/bytes.h"

namespace limn {

// `count` bytes of what the stream that begins at `packedFrom` holds, from `from` on. Errors, without
// a subject: Truncated, Damaged, OutOfMemory; those of reading the file.
Result<std::vector<std::byte>> bzip2BytesAt(const std::filesystem::path& path,
                                            std::uint64_t packedFrom, std::uint64_t from,
                                            std::uint64_t count);

} // namespace limn
