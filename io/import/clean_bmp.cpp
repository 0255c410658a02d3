#include "io/import/clean_pictures.h"

#include <algorithm>

namespace limn {

namespace {

constexpr std::size_t fileHeaderBytes = 14;
constexpr std::size_t meaningfulBytes = 56; // of the second header: size, shape, masks

std::size_t number(Bytes file, std::size_t at, int count)
{
    return numberAt(file, at, count, Endian::Little);
}

} // namespace

Result<CleanBytes> cleanBmp(Bytes file)
{
    if (file.size() < fileHeaderBytes + 12)
        return fail(ErrorCode::Truncated, {}, "the header");
    const std::size_t header = number(file, fileHeaderBytes, 4);
    const std::size_t pixels = number(file, 10, 4);
    if (header < 12 || header > 256 || pixels < fileHeaderBytes + header || pixels > file.size())
        return fail(ErrorCode::Damaged, {}, "the header");
    const bool isOld = header < 40;
    const std::size_t width = number(file, 18, isOld ? 2 : 4);
    const std::size_t rows = isOld ? number(file, 20, 2)
                                   : static_cast<std::size_t>(std::abs(static_cast<std::int64_t>(
                                         static_cast<std::int32_t>(number(file, 22, 4)))));
    const std::size_t bits = number(file, isOld ? 24 : 28, 2);
    const std::size_t coding = isOld ? 0 : number(file, 30, 4);
    if (width > 65535 || rows > 65535 || bits > 32)
        return fail(ErrorCode::Damaged, {}, "the size");
    const bool isRunLength = coding == 1 || coding == 2;
    const std::size_t length =
        isRunLength ? number(file, 34, 4) : (width * bits + 31) / 32 * 4 * rows;
    if (length > file.size() - pixels)
        return fail(ErrorCode::Truncated, {}, "the pixels");
    const std::size_t used = isOld ? 0 : number(file, 46, 4);
    const std::size_t colours = bits > 8 ? 0 : (used > 0 ? used : std::size_t{1} << bits);
    const std::size_t masks = header == 40 && (coding == 3 || coding == 6) ? (coding == 3 ? 12 : 16) : 0;
    const std::size_t tables = std::min(colours, std::size_t{256}) * (isOld ? 3 : 4) + masks;
    const std::size_t front = fileHeaderBytes + header + tables;
    if (front > pixels)
        return fail(ErrorCode::Damaged, {}, "the palette");
    CleanBytes clean(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(front));
    // What a program may put there, and colour profiles.
    std::fill(clean.begin() + 6, clean.begin() + 10, std::byte{0});
    if (header > meaningfulBytes)
        std::fill(clean.begin() + fileHeaderBytes + meaningfulBytes,
                  clean.begin() + static_cast<std::ptrdiff_t>(fileHeaderBytes + header), std::byte{0});
    const std::size_t total = front + length;
    for (std::size_t i = 0; i < 4; ++i) {
        clean[2 + i] = static_cast<std::byte>(total >> (8 * i) & 0xff);
        clean[10 + i] = static_cast<std::byte>(front >> (8 * i) & 0xff);
    }
    const Bytes body = file.subspan(pixels, length);
    clean.insert(clean.end(), body.begin(), body.end());
    return clean;
}

} // namespace limn
