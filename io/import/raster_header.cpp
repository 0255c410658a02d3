#include "io/import/raster_header.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace limn {

namespace {

std::unexpected<Error> endsEarly(std::string where)
{
    return fail(ErrorCode::Truncated, {}, "the file ends in " + std::move(where));
}

constexpr std::array<const char*, 7> pngPhotometrics{
    "grey", "", "RGB", "palette", "grey with alpha", "", "RGB with alpha"};

// One TIFF entry: 12 bytes of tag, type, count, and the value or where it lies.
struct TiffEntry {
    std::uint32_t tag, type, count;
    std::size_t valueAt;
};

std::size_t tiffTypeBytes(std::uint32_t type)
{
    constexpr std::array<std::size_t, 13> sizes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    return type < sizes.size() ? sizes[type] : 0;
}

// The smallest and the largest of an entry's whole numbers; nothing when they lie outside the file.
std::optional<std::pair<std::uint32_t, std::uint32_t>> tiffRange(Bytes file, const TiffEntry& entry,
                                                                 Endian endian)
{
    const std::size_t bytes = tiffTypeBytes(entry.type);
    if (bytes == 0 || bytes > 4 || entry.count == 0 || entry.count > 64)
        return std::nullopt;
    std::size_t at = entry.valueAt;
    if (bytes * entry.count > 4)
        at = numberAt(file, at, 4, endian);
    if (at > file.size() || bytes * entry.count > file.size() - at)
        return std::nullopt;
    std::pair range{0xffffffffU, 0U};
    for (std::uint32_t i = 0; i < entry.count; ++i) {
        const auto value = numberAt(file, at + i * bytes, static_cast<int>(bytes), endian);
        range = {std::min(range.first, value), std::max(range.second, value)};
    }
    return range;
}

std::string tiffPhotometric(std::uint32_t number)
{
    constexpr std::array<const char*, 9> names{
        "grey, white is zero", "grey", "RGB", "palette", "mask", "CMYK", "YCbCr", "", "CIELab"};
    return number < names.size() ? names[number] : std::to_string(number);
}

} // namespace

Result<RasterHeader> pngHeader(Bytes file)
{
    if (file.size() < 33)
        return endsEarly("the header");
    if (!startsWith(file, "IHDR", 12))
        return fail(ErrorCode::Damaged, {}, "no IHDR chunk");
    RasterHeader header;
    const auto width = numberAt(file, 16, 4, Endian::Big);
    const auto height = numberAt(file, 20, 4, Endian::Big);
    const auto kind = numberAt(file, 25, 1, Endian::Big);
    if (width == 0 || height == 0 || width > 0x7fffffff || height > 0x7fffffff)
        return fail(ErrorCode::Damaged, {}, "size in the header");
    if (kind >= pngPhotometrics.size() || *pngPhotometrics[kind] == '\0')
        return fail(ErrorCode::Damaged, {}, "colour type " + std::to_string(kind));
    header.width = static_cast<int>(width);
    header.height = static_cast<int>(height);
    header.bits = static_cast<int>(numberAt(file, 24, 1, Endian::Big));
    header.hasPalette = kind == 3;
    header.samples = kind == 2 || kind == 6 ? 3 : 1;
    header.photometric = pngPhotometrics[kind];
    for (std::size_t at = 8; !startsWith(file, "IEND", at + 4);) {
        if (file.size() - at < 12)
            return endsEarly("a chunk header");
        const std::size_t length = numberAt(file, at, 4, Endian::Big);
        if (length > file.size() - at - 12)
            return endsEarly("a chunk");
        at += length + 12;
    }
    return header;
}

Result<RasterHeader> tiffHeader(Bytes file)
{
    if (file.size() < 8)
        return endsEarly("the header");
    const Endian endian = startsWith(file, "II") ? Endian::Little : Endian::Big;
    const std::size_t directory = numberAt(file, 4, 4, endian);
    if (directory + 2 > file.size())
        return endsEarly("front of the directory");
    const std::size_t entries = numberAt(file, directory, 2, endian);
    if (entries * 12 > file.size() - directory - 2)
        return endsEarly("the directory");
    RasterHeader header{.bits = 1};
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t at = directory + 2 + 12 * i;
        const TiffEntry entry{numberAt(file, at, 2, endian), numberAt(file, at + 2, 2, endian),
                              numberAt(file, at + 4, 4, endian), at + 8};
        const auto range = tiffRange(file, entry, endian);
        if (!range)
            continue;
        const auto value = static_cast<int>(std::min(range->second, 0x7fffffffU));
        switch (entry.tag) {
        case 256: header.width = value; break;
        case 257: header.height = value; break;
        case 258:
            if (range->first != range->second)
                return fail(ErrorCode::UnsupportedFormat, {},
                            "TIFF with samples of different bits");
            header.bits = value;
            break;
        case 262:
            header.photometric = tiffPhotometric(range->second);
            header.hasPalette = value == 3;
            break;
        case 277: header.samples = value; break;
        case 339:
            if (value > 2)
                return fail(ErrorCode::UnsupportedFormat, {}, "TIFF with floating-point samples");
            header.isSigned = value == 2;
            break;
        default: break;
        }
    }
    if (header.width <= 0 || header.height <= 0)
        return fail(ErrorCode::Damaged, {}, "TIFF without a size");
    if (header.isSigned || header.bits > 16)
        return fail(ErrorCode::UnsupportedFormat, {},
                    "TIFF with " + std::to_string(header.bits) + (header.isSigned ? " signed" : "")
                        + " bits");
    return header;
}

Result<RasterHeader> bmpHeader(Bytes file)
{
    if (file.size() < 30)
        return endsEarly("the header");
    RasterHeader header{.samples = 3, .photometric = "RGB"};
    const bool isOld = numberAt(file, 14, 4, Endian::Little) == 12;
    const auto signedAt = [file](std::size_t at) {
        return static_cast<std::int32_t>(numberAt(file, at, 4, Endian::Little));
    };
    header.width = isOld ? static_cast<int>(numberAt(file, 18, 2, Endian::Little)) : signedAt(18);
    header.height = isOld ? static_cast<int>(numberAt(file, 20, 2, Endian::Little)) : signedAt(22);
    if (header.width <= 0 || header.height == 0 || header.height < -0x7fffffff)
        return fail(ErrorCode::Damaged, {}, "size in the header");
    header.height = std::abs(header.height);
    const auto bitsPerPixel = numberAt(file, isOld ? 24 : 28, 2, Endian::Little);
    header.hasPalette = bitsPerPixel <= 8;
    if (header.hasPalette) {
        header.samples = 1;
        header.bits = static_cast<int>(bitsPerPixel);
        header.photometric = "palette";
    }
    const auto compression = isOld || file.size() < 34 ? 0 : numberAt(file, 30, 4, Endian::Little);
    const std::uint64_t rowBytes =
        (static_cast<std::uint64_t>(header.width) * bitsPerPixel + 31) / 32 * 4;
    const std::uint64_t pixelsAt = numberAt(file, 10, 4, Endian::Little);
    const bool isRaw = compression == 0 || compression == 3;
    if (isRaw && pixelsAt + rowBytes * static_cast<std::uint64_t>(header.height) > file.size())
        return endsEarly("the pixels");
    return header;
}

} // namespace limn
