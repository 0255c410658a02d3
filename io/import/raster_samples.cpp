#include "io/import/raster_samples.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

bool isIndexed(const QImage& image)
{
    return image.colorCount() > 0;
}

} // namespace

RasterLayout layoutOf(const QImage& image, const RasterHeader& header, Wanted wanted)
{
    const bool asStored = wanted == Wanted::Labels || wanted == Wanted::Stored;
    if (isIndexed(image)) {
        if (asStored && header.hasPalette)
            return {.takesIndex = true};
        const auto table = image.colorTable();
        const bool isGrey =
            std::all_of(table.begin(), table.end(), [](QRgb colour) { return qIsGray(colour); });
        return {.channels = isGrey ? 1 : 3};
    }
    if (image.format() == QImage::Format_Grayscale16)
        return {.is16Bit = true};
    if (image.format() == QImage::Format_Grayscale8)
        return {};
    const bool is16Bit = image.depth() == 64;
    // Grey with alpha comes as colour.
    return {.channels = header.samples == 3 ? 3 : 1, .is16Bit = is16Bit};
}

namespace {

template <typename Sample>
void takeRow(const QImage& image, int row, const RasterLayout& layout, Sample* out)
{
    const int width = image.width();
    const auto put = [&out](auto value) { *out++ = static_cast<Sample>(value); };
    if (isIndexed(image)) {
        const auto table = image.colorTable();
        for (int column = 0; column < width; ++column) {
            const int index = image.pixelIndex(column, row);
            const QRgb colour = table[index];
            put(layout.takesIndex ? index : qRed(colour));
            if (layout.channels == 3) {
                put(qGreen(colour));
                put(qBlue(colour));
            }
        }
    } else if (image.format() == QImage::Format_Grayscale16) {
        const auto* line = reinterpret_cast<const quint16*>(image.constScanLine(row));
        std::for_each(line, line + width, put);
    } else if (image.format() == QImage::Format_Grayscale8) {
        const uchar* line = image.constScanLine(row);
        std::for_each(line, line + width, put);
    } else if (layout.is16Bit) {
        const auto* line = reinterpret_cast<const QRgba64*>(image.constScanLine(row));
        for (int column = 0; column < width; ++column) {
            put(line[column].red());
            if (layout.channels == 3) {
                put(line[column].green());
                put(line[column].blue());
            }
        }
    } else {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(row));
        for (int column = 0; column < width; ++column) {
            put(qRed(line[column]));
            if (layout.channels == 3) {
                put(qGreen(line[column]));
                put(qBlue(line[column]));
            }
        }
    }
}

template <typename Sample>
std::vector<Sample> takeSamples(const QImage& image, const RasterLayout& layout)
{
    const std::size_t rowSamples =
        static_cast<std::size_t>(image.width()) * static_cast<std::size_t>(layout.channels);
    std::vector<Sample> samples(rowSamples * static_cast<std::size_t>(image.height()));
    for (int row = 0; row < image.height(); ++row)
        takeRow(image, row, layout, samples.data() + rowSamples * static_cast<std::size_t>(row));
    return samples;
}

} // namespace

std::vector<float> valuesOf(const QImage& image, const RasterLayout& layout)
{
    return takeSamples<float>(image, layout);
}

std::vector<std::int32_t> levelsOf(const QImage& image, const RasterLayout& layout)
{
    return takeSamples<std::int32_t>(image, layout);
}

QImage plainFormat(QImage image)
{
    if (isIndexed(image) || image.format() == QImage::Format_Grayscale8
        || image.format() == QImage::Format_Grayscale16)
        return image;
    if (image.depth() == 64)
        return std::move(image).convertToFormat(QImage::Format_RGBA64);
    return std::move(image).convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32
                                                                    : QImage::Format_RGB32);
}

void unspread(std::vector<std::int32_t>& levels, int bits)
{
    const double most = (1 << bits) - 1;
    for (std::int32_t& level : levels)
        level = static_cast<std::int32_t>(std::lround(level * most / 255));
}

// Pixels as they are, not means: so the grey window that is made of them is that of the whole.
Slice thinnedOut(const QImage& image, const RasterLayout& layout, int step)
{
    Slice slice;
    slice.size = {(image.width() + step - 1) / step, (image.height() + step - 1) / step};
    slice.channels = layout.channels;
    const auto channels = static_cast<std::size_t>(layout.channels);
    slice.values.resize(slice.size.area() * channels);
    std::vector<float> row(static_cast<std::size_t>(image.width()) * channels);
    float* out = slice.values.data();
    for (int y = 0; y < image.height(); y += step) {
        if (step == 1) {
            takeRow(image, y, layout, out);
            out += row.size();
            continue;
        }
        takeRow(image, y, layout, row.data());
        for (std::size_t x = 0; x < row.size(); x += static_cast<std::size_t>(step) * channels)
            for (std::size_t channel = 0; channel < channels; ++channel)
                *out++ = row[x + channel];
    }
    return slice;
}

} // namespace limn
