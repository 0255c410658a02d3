#include "io/masks/gzip.h"

#include "io/masks/checksum.h"

#include <QByteArray>

#include <cstring>
#include <limits>
#include <string_view>

namespace limn {
namespace {

// Deflate, with a comment; no time, no system, so that the same content is the same file.
constexpr std::string_view head{"\x1f\x8b\x08\x10\0\0\0\0\0\xffLimn\0", 15};

// What zlib puts around its stream (RFC 1950), and Qt in front of that.
constexpr std::size_t lengthBytes = 4, headerBytes = 2, checksumBytes = 4;

std::vector<std::byte> endOf(std::uint32_t crc, std::size_t size)
{
    std::vector<std::byte> end;
    for (const std::size_t number : {static_cast<std::size_t>(crc), size})
        for (int shift = 0; shift < 32; shift += 8)
            end.push_back(static_cast<std::byte>(number >> shift));
    return end;
}

std::vector<std::byte> bytesOf(std::string_view text)
{
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

} // namespace

Result<FilePieces> gzipped(const FilePieces& pieces)
{
    std::vector<std::byte> whole;
    std::size_t size = 0;
    for (const auto& piece : pieces)
        size += piece.size();
    if (size >= std::numeric_limits<std::uint32_t>::max())
        return fail(ErrorCode::TooLarge, "gzip", std::to_string(size) + " bytes");
    whole.reserve(size);
    for (const auto& piece : pieces)
        whole.insert(whole.end(), piece.begin(), piece.end());
    const QByteArray zlib = qCompress(reinterpret_cast<const uchar*>(whole.data()),
                                      static_cast<qsizetype>(whole.size()), 6);
    constexpr std::size_t front = lengthBytes + headerBytes;
    if (static_cast<std::size_t>(zlib.size()) < front + checksumBytes)
        return fail(ErrorCode::OutOfMemory, "gzip");
    std::vector<std::byte> stream(static_cast<std::size_t>(zlib.size()) - front - checksumBytes);
    std::memcpy(stream.data(), zlib.constData() + front, stream.size());
    FilePieces file;
    file.push_back(bytesOf(head));
    file.push_back(std::move(stream));
    file.push_back(endOf(crcOf(pieces), size));
    return file;
}

bool isOurGzip(std::string_view bytes)
{
    return bytes.starts_with(head);
}

} // namespace limn
