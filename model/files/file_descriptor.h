// A POSIX file descriptor that closes itself, and what a failed call on a file means.
#pragma once

#include "model/data/error.h"

#include <filesystem>

namespace limn {

class FileDescriptor {
public:
    explicit FileDescriptor(int number)
        : m_number(number)
    {
    }
    FileDescriptor(FileDescriptor&& other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    FileDescriptor& operator=(FileDescriptor&&) = delete;
    ~FileDescriptor();

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

// The error of a reading call that failed with `systemError` (errno): NotFound or NotReadable.
std::unexpected<Error> readFailure(const std::filesystem::path& path, int systemError);

// Opens for reading. Errors: NotFound, NotReadable (also for a folder, a pipe or a device).
Result<FileDescriptor> openForReading(const std::filesystem::path& path);

} // namespace limn
