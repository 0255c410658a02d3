#include "io/import/jpeg_header.h"

namespace limn {

namespace {

bool isFrame(std::uint32_t marker)
{
    const bool isSof =
        marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    return isSof || marker == 0xf7;
}

bool standsAlone(std::uint32_t marker)
{
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

// The next marker that is no stuffing and no restart. In JPEG-LS a byte after 0xff with a clear top
// bit is stuffing; in JPEG only 0x00 is, and other small markers do not occur.
std::size_t skipScan(Bytes stream, std::size_t at)
{
    while (at + 1 < stream.size()) {
        const auto first = std::to_integer<std::uint32_t>(stream[at]);
        const auto second = std::to_integer<std::uint32_t>(stream[at + 1]);
        const bool isRestart = second >= 0xd0 && second <= 0xd7;
        if (first == 0xff && second >= 0x80 && !isRestart && second != 0xff)
            return at;
        ++at;
    }
    return stream.size();
}

enum class Until { FrameHeader, End };

Result<JpegHeader> walk(Bytes stream, Until until)
{
    if (!startsWith(stream, "\xff\xd8"))
        return fail(ErrorCode::NotAnImage, {}, "no JPEG start marker");
    JpegHeader header;
    std::size_t at = 2;
    while (at + 1 < stream.size()) {
        const auto marker = numberAt(stream, at + 1, 1, Endian::Big);
        // Filling bytes, and like every decoder, junk between segments.
        if (numberAt(stream, at, 1, Endian::Big) != 0xff || marker == 0xff || marker == 0) {
            ++at;
            continue;
        }
        at += 2;
        if (marker == 0xd9) {
            header.end = at;
            if (header.frameMarker == 0)
                return fail(ErrorCode::Damaged, {}, "JPEG without a frame header");
            return header;
        }
        if (standsAlone(marker))
            continue;
        if (at + 2 > stream.size())
            break;
        const std::size_t length = numberAt(stream, at, 2, Endian::Big);
        if (length < 2)
            return fail(ErrorCode::Damaged, {},
                        "JPEG marker segment of length " + std::to_string(length));
        if (length > stream.size() - at)
            break;
        if (isFrame(marker) && length >= 8 && header.frameMarker == 0) {
            header.frameMarker = static_cast<int>(marker);
            header.bits = static_cast<int>(numberAt(stream, at + 2, 1, Endian::Big));
            header.height = static_cast<int>(numberAt(stream, at + 3, 2, Endian::Big));
            header.width = static_cast<int>(numberAt(stream, at + 5, 2, Endian::Big));
            header.components = static_cast<int>(numberAt(stream, at + 7, 1, Endian::Big));
            if (until == Until::FrameHeader)
                return header;
        }
        at += length;
        if (marker == 0xda)
            at = skipScan(stream, at);
    }
    if (until == Until::FrameHeader)
        return fail(ErrorCode::Damaged, {}, "JPEG without a frame header");
    return fail(ErrorCode::Truncated, {}, "the JPEG stream has no end marker");
}

} // namespace

Result<JpegHeader> jpegHeader(Bytes stream)
{
    return walk(stream, Until::End);
}

Result<JpegHeader> jpegFrameHeader(Bytes stream)
{
    return walk(stream, Until::FrameHeader);
}

} // namespace limn
