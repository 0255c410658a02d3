// Compressed files for the tests.
#pragma once

#include "tests/io/import/nifti_bytes.h"

namespace limn::test {

// By zlib through Qt, which puts four bytes of its own in front of a zlib stream; gzip has another
// frame, so the deflate stream is wrapped anew.
inline QByteArray gzipped(const QByteArray& bytes)
{
    const QByteArray zlib = qCompress(bytes).mid(4);
    std::uint32_t crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int k = 0; k < 8; ++k)
            crc = (crc >> 1) ^ (0xedb88320U & (0U - (crc & 1)));
    }
    QByteArray gzip("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    gzip += zlib.mid(2, zlib.size() - 6);
    QByteArray end(8, '\0');
    put(end, 0, ~crc, false);
    put(end, 4, static_cast<std::uint32_t>(bytes.size()), false);
    return gzip + end;
}

} // namespace limn::test
