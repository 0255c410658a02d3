// A file that closes itself, and whole reads and writes.
#pragma once

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <span>

#include <fcntl.h>
#include <unistd.h>

namespace limn {

// Opened for reading; a named pipe without a writer can't hold it up.
struct Descriptor {
    int number = -1;
    explicit Descriptor(const std::filesystem::path& path)
        : number(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    {
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number >= 0)
            close(number);
    }
};

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
