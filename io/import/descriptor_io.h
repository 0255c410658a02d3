// Whole reads and writes on a file descriptor.
#pragma once

#include <cerrno>
#include <cstddef>
#include <span>

#include <unistd.h>

namespace limn {

inline bool writeAll(int descriptor, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

// False when it ends before.
inline bool readAll(int descriptor, std::span<std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t got = read(descriptor, bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

} // namespace limn
