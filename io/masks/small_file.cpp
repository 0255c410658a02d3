#include "io/masks/small_file.h"

#include "model/files/durable_file.h"
#include "model/files/file_descriptor.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace limn {
namespace {

constexpr std::size_t maximumBytes = std::size_t{256} << 20;

} // namespace

Result<std::optional<std::string>> textIn(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return std::optional<std::string>();
    const auto file = openForReading(path);
    if (!file)
        return std::unexpected(file.error());
    std::string text;
    std::array<char, 65536> piece;
    while (true) {
        const ssize_t got = read(file->number(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(ErrorCode::NotReadable, path.filename().string(), std::strerror(errno));
        if (got == 0)
            return text;
        text.append(piece.data(), static_cast<std::size_t>(got));
        if (text.size() > maximumBytes)
            return fail(ErrorCode::TooLarge, path.filename().string(), "over 256 MB");
    }
}

Result<void> putText(const std::filesystem::path& file, const std::string& text)
{
    return writeDurably(file, std::as_bytes(std::span(text)), IfExists::Replace);
}

} // namespace limn
