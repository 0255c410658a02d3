#include "io/import/raster_preview.h"

#include <algorithm>

namespace limn {
namespace {

// Of so many of its pixels as make no difference that is seen.
DisplayWindow windowOf(const Slice& slice)
{
    constexpr std::size_t enough = 200000;
    if (slice.channels == 3)
        return percentileWindow(slice);
    const std::size_t step = slice.values.size() / enough + 1;
    Slice some;
    for (std::size_t i = 0; i < slice.values.size(); i += step)
        some.values.push_back(slice.values[i]);
    return percentileWindow(some);
}

// The colours as they are: their window is the whole range.
std::vector<std::uint8_t> bytesOf(const QImage& image)
{
    const QImage packed = image.convertToFormat(QImage::Format_RGB888);
    const auto rowBytes = static_cast<std::size_t>(packed.width()) * 3;
    std::vector<std::uint8_t> bytes(rowBytes * static_cast<std::size_t>(packed.height()));
    for (int y = 0; y < packed.height(); ++y)
        std::copy_n(packed.constScanLine(y), rowBytes,
                    bytes.data() + static_cast<std::size_t>(y) * rowBytes);
    return bytes;
}

} // namespace

void makePreview(Picture& picture, const QImage& image, const RasterLayout& layout, int side)
{
    const int longest = std::max(image.width(), image.height());
    const int step = std::max(1, (longest + side / 2) / side);
    picture.channels = picture.facts.channels = layout.channels;
    if (step == 1 && image.format() == QImage::Format_RGB32 && layout.channels == 3) {
        picture.size = {image.width(), image.height()};
        picture.samples = bytesOf(image);
        return;
    }
    const Slice small = thinnedOut(image, layout, step);
    const DisplayWindow window = windowOf(small);
    const float unit = layout.is16Bit && layout.channels == 3 ? 1.0F / 257 : 1.0F;
    const auto gain = static_cast<float>(255 / window.width) * unit;
    const auto offset = static_cast<float>(255 * (0.5 - window.level / window.width));
    std::vector<std::uint8_t> pixels(small.values.size());
    std::ranges::transform(small.values, pixels.begin(), [gain, offset](float value) {
        return static_cast<std::uint8_t>(std::clamp(value * gain + offset, 0.0F, 255.0F));
    });
    picture.size = small.size;
    picture.samples = std::move(pixels);
}

} // namespace limn
