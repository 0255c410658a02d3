#include "io/import/clean_pictures.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace limn {

namespace {

// Of how the pixels are stored and shown. A profile (iCCP) has a text of its own, so it goes.
constexpr std::array<std::string_view, 10> keptChunks{"IHDR", "PLTE", "tRNS", "IDAT", "IEND",
                                                      "gAMA", "cHRM", "sRGB", "sBIT", "pHYs"};
constexpr std::size_t signatureBytes = 8;
constexpr std::size_t frameBytes = 12; // length, type, checksum

} // namespace

Result<CleanBytes> cleanPng(Bytes file)
{
    CleanBytes clean(file.begin(), file.begin() + signatureBytes);
    for (std::size_t at = signatureBytes; at + frameBytes <= file.size();) {
        const std::size_t length = numberAt(file, at, 4, Endian::Big);
        if (length > file.size() - at - frameBytes)
            return fail(ErrorCode::Truncated, {}, "a chunk ends outside the file");
        const std::string_view type(reinterpret_cast<const char*>(file.data() + at + 4), 4);
        if (std::ranges::find(keptChunks, type) != keptChunks.end()) {
            const Bytes chunk = file.subspan(at, length + frameBytes);
            clean.insert(clean.end(), chunk.begin(), chunk.end());
        }
        if (type == "IEND")
            return clean;
        at += length + frameBytes;
    }
    return fail(ErrorCode::Truncated, {}, "no end of the picture");
}

} // namespace limn
