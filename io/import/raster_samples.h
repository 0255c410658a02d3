// The samples of an image that Qt has decoded.
#pragma once

#include "io/import/picture.h"
#include "io/import/raster_header.h"

#include <QImage>

namespace limn {

// How they are taken out.
struct RasterLayout {
    int channels = 1;
    bool is16Bit = false;
    bool takesIndex = false;
};

// Everything but palettes, grey and 16 bits a channel becomes 32-bit RGB without a change of value;
// the functions below take such images.
QImage plainFormat(QImage image);
RasterLayout layoutOf(const QImage& image, const RasterHeader& header, Wanted wanted);

std::vector<float> valuesOf(const QImage& image, const RasterLayout& layout);
std::vector<std::int32_t> levelsOf(const QImage& image, const RasterLayout& layout);
// A grey level below 8 bits is stored as 0..2^bits - 1, and Qt spreads it over 0..255.
void unspread(std::vector<std::int32_t>& levels, int bits);

// Every so many-th pixel of every so many-th row.
Slice thinnedOut(const QImage& image, const RasterLayout& layout, int step);

} // namespace limn
