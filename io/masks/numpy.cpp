#include "io/masks/numpy.h"

#include "io/masks/checksum.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

namespace limn {
namespace {

void append(std::vector<std::byte>& bytes, std::string_view text)
{
    const auto more = std::as_bytes(std::span(text));
    bytes.insert(bytes.end(), more.begin(), more.end());
}

void append16(std::vector<std::byte>& bytes, std::size_t value)
{
    bytes.push_back(static_cast<std::byte>(value));
    bytes.push_back(static_cast<std::byte>(value >> 8));
}

void append32(std::vector<std::byte>& bytes, std::size_t value)
{
    append16(bytes, value);
    append16(bytes, value >> 16);
}

// The fields that local and central headers share (PKWARE APPNOTE 4.3.7, 4.3.12): version 2.0,
// UTF-8 name, stored, 1 January 1980.
void appendEntryFields(std::vector<std::byte>& bytes, const ZipEntry& entry, std::uint32_t crc,
                       std::size_t size)
{
    append16(bytes, 20);
    append16(bytes, 0x0800);
    append16(bytes, 0);
    append16(bytes, 0);
    append16(bytes, 0x21);
    append32(bytes, crc);
    append32(bytes, size);
    append32(bytes, size);
    append16(bytes, entry.name.size());
    append16(bytes, 0);
}

std::size_t sizeOf(const FilePieces& pieces)
{
    std::size_t size = 0;
    for (const auto& piece : pieces)
        size += piece.size();
    return size;
}

} // namespace

std::vector<std::byte> npyHeader(std::string_view type, const std::vector<std::size_t>& shape)
{
    std::string text = "{'descr': '" + std::string(type) + "', 'fortran_order': False, 'shape': (";
    for (const std::size_t count : shape)
        text += std::to_string(count) + ", ";
    text += "), }";
    text.append(63 - (10 + text.size()) % 64, ' ');
    text += '\n';
    std::vector<std::byte> bytes;
    append(bytes, std::string_view("\x93NUMPY\x01\x00", 8));
    append16(bytes, text.size());
    append(bytes, text);
    return bytes;
}

std::uint16_t halfOf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = (bits >> 16) & 0x8000;
    const std::uint32_t rest = bits & 0x7fffffff;
    if (rest > 0x7f800000)
        return static_cast<std::uint16_t>(sign | 0x7e00);
    if (rest >= 0x477ff000) // from here on it rounds to infinity
        return static_cast<std::uint16_t>(sign | 0x7c00);
    if (rest < 0x38800000) { // subnormal: the float unit rounds to steps of 2^-24
        const float shifted = std::bit_cast<float>(rest) + 0.5f;
        return static_cast<std::uint16_t>(sign
                                          | (std::bit_cast<std::uint32_t>(shifted) - 0x3f000000));
    }
    const std::uint32_t rounded = rest + 0xfff + ((rest >> 13) & 1) - 0x38000000;
    return static_cast<std::uint16_t>(sign | (rounded >> 13));
}

Result<FilePieces> storedZip(std::vector<ZipEntry> entries)
{
    FilePieces pieces;
    std::vector<std::byte> directory;
    std::size_t offset = 0;
    for (ZipEntry& entry : entries) {
        const std::size_t size = sizeOf(entry.pieces);
        const std::uint32_t crc = crcOf(entry.pieces);
        std::vector<std::byte> header;
        append(header, "PK\3\4");
        appendEntryFields(header, entry, crc, size);
        append(header, entry.name);
        append(directory, "PK\1\2");
        append16(directory, 20);
        appendEntryFields(directory, entry, crc, size);
        append(directory, std::string_view("\0\0\0\0\0\0\0\0\0\0", 10));
        append32(directory, offset);
        append(directory, entry.name);
        offset += header.size() + size;
        if (offset >= std::numeric_limits<std::uint32_t>::max())
            return fail(ErrorCode::TooLarge, entry.name, "over 4 GB");
        pieces.push_back(std::move(header));
        std::ranges::move(entry.pieces, std::back_inserter(pieces));
    }
    const std::size_t directorySize = directory.size();
    append(directory, std::string_view("PK\5\6\0\0\0\0", 8));
    append16(directory, entries.size());
    append16(directory, entries.size());
    append32(directory, directorySize);
    append32(directory, offset);
    append16(directory, 0);
    pieces.push_back(std::move(directory));
    return pieces;
}

} // namespace limn
