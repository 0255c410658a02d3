#include "io/import/bytes.h"

#include "io/import/descriptor_io.h"

#include <QCryptographicHash>
#include <QString>

#include <cerrno>
#include <cstring>
#include <memory>

#include <sys/stat.h>
#include <unistd.h>

namespace limn {

namespace {

std::unexpected<Error> systemError(const std::filesystem::path& path)
{
    const int code = errno;
    const auto kind =
        code == ENOENT || code == ENOTDIR ? ErrorCode::NotFound : ErrorCode::NotReadable;
    return fail(kind, displayName(path), std::strerror(code));
}

} // namespace

bool startsWith(Bytes bytes, std::string_view magic, std::size_t at)
{
    return bytes.size() >= at + magic.size()
        && std::memcmp(bytes.data() + at, magic.data(), magic.size()) == 0;
}

Result<std::uint64_t> fileSize(const std::filesystem::path& path)
{
    struct stat facts{};
    if (stat(path.c_str(), &facts) != 0)
        return systemError(path);
    if (!S_ISREG(facts.st_mode))
        return fail(ErrorCode::NotAnImage, displayName(path), "not a regular file");
    return static_cast<std::uint64_t>(facts.st_size);
}

Result<std::vector<std::byte>> readBytes(const std::filesystem::path& path, std::size_t most)
{
    const auto size = fileSize(path);
    if (!size)
        return std::unexpected(size.error());
    const Descriptor file(path);
    if (file.number < 0)
        return systemError(path);
    std::vector<std::byte> bytes(static_cast<std::size_t>(std::min<std::uint64_t>(*size, most)));
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = read(file.number, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path);
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

Result<std::vector<std::byte>> readBytesAt(const std::filesystem::path& path, std::uint64_t offset,
                                           std::size_t count)
{
    const Descriptor file(path);
    if (file.number < 0)
        return systemError(path);
    std::vector<std::byte> bytes(count);
    std::size_t filled = 0;
    while (filled < count) {
        const ssize_t got = pread(file.number, bytes.data() + filled, count - filled,
                                  static_cast<off_t>(offset + filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path);
        if (got == 0)
            return fail(ErrorCode::Truncated, {}, "it ends before its data does");
        filled += static_cast<std::size_t>(got);
    }
    return bytes;
}

Result<std::string> contentHash(const std::filesystem::path& path)
{
    const Descriptor file(path);
    if (file.number < 0)
        return systemError(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<char> piece(std::size_t{1} << 20);
    while (true) {
        const ssize_t got = read(file.number, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path);
        if (got == 0)
            break;
        hash.addData(QByteArrayView(piece.data(), got));
    }
    return hash.result().toHex().toStdString();
}

std::string displayName(const std::filesystem::path& path)
{
    return QString::fromUtf8(QByteArray::fromStdString(path.filename().string())).toStdString();
}

} // namespace limn
