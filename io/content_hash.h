// The SHA-256 of a file's bytes, worked out in pieces while somebody else is waited for.
#pragma once

#include "model/data/error.h"
#include "model/files/file_descriptor.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace limn {

class ContentHash {
public:
    explicit ContentHash(const std::filesystem::path& path);
    ContentHash(const ContentHash&) = delete;
    ContentHash& operator=(const ContentHash&) = delete;
    ~ContentHash();

    // Takes the next piece; false when none is left.
    bool advance();
    // Takes all that is left; 64 lower-case hex digits. Errors, the subject being the file's name:
    // NotFound, NotReadable, Cancelled.
    Result<std::string> finish(const std::stop_token& stop);

private:
    struct State; // of the library

    std::filesystem::path m_path;
    std::unique_ptr<State> m_state;
    std::optional<FileDescriptor> m_file; // empty when there is nothing (more) to read
    std::optional<Error> m_error;
    std::vector<std::byte> m_piece;
};

} // namespace limn
