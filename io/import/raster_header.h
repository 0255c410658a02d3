// What PNG, TIFF and BMP files say of themselves, checked before a decoder sees them.
#pragma once

#include "io/import/bytes.h"

#include <optional>
#include <string>

namespace limn {

struct RasterHeader {
    int width = 0;
    int height = 0;
    int bits = 8; // a sample, as stored
    int samples = 1; // a pixel, as stored; a palette index is one
    bool hasPalette = false;
    bool isSigned = false;
    std::string photometric = {}; // "grey", "palette", "RGB", ...
};

// Errors have no subject: Damaged, Truncated, UnsupportedFormat.
Result<RasterHeader> pngHeader(Bytes file); // also walks the chunks to IEND
Result<RasterHeader> tiffHeader(Bytes file); // of the first page
Result<RasterHeader> bmpHeader(Bytes file);

} // namespace limn
