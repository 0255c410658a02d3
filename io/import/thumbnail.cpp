#include "io/import/thumbnail.h"

#include <algorithm>
#include <cmath>

namespace limn {

namespace {

Size reducedSize(Size size, int side)
{
    const int longest = std::max(size.width, size.height);
    if (longest <= side)
        return size;
    const auto reduced = [&](int length) {
        return std::max(
            1, static_cast<int>(std::lround(static_cast<double>(length) * side / longest)));
    };
    return {reduced(size.width), reduced(size.height)};
}

// The mean of the finite values of a block; NaN when there are none.
double blockMean(const Slice& slice, Rect block, int channel)
{
    double sum = 0;
    int count = 0;
    for (int y = block.y; y < block.y + block.height; ++y) {
        for (int x = block.x; x < block.x + block.width; ++x) {
            const auto pixel =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(slice.size.width)
                + static_cast<std::size_t>(x);
            const float value = slice.values[pixel * static_cast<std::size_t>(slice.channels)
                                             + static_cast<std::size_t>(channel)];
            if (!std::isfinite(value) || (slice.padding && value == *slice.padding))
                continue;
            sum += static_cast<double>(value);
            ++count;
        }
    }
    return count > 0 ? sum / count : std::nan("");
}

Rect blockOf(Size from, Size to, int x, int y)
{
    const auto cut = [](int place, int whole, int parts) {
        return static_cast<int>(static_cast<std::int64_t>(place) * whole / parts);
    };
    const int left = cut(x, from.width, to.width);
    const int top = cut(y, from.height, to.height);
    return {left, top, std::max(1, cut(x + 1, from.width, to.width) - left),
            std::max(1, cut(y + 1, from.height, to.height) - top)};
}

} // namespace

Picture makeThumbnail(Picture picture, int side)
{
    Slice slice;
    slice.size = picture.size;
    slice.channels = picture.channels;
    slice.values = std::get<std::vector<float>>(std::move(picture.samples));
    if (picture.padding)
        slice.padding = static_cast<float>(*picture.padding);
    const DisplayWindow window =
        picture.facts.windows.empty() ? percentileWindow(slice) : picture.facts.windows.front();
    const Size size = reducedSize(slice.size, side);
    std::vector<std::uint8_t> pixels;
    pixels.reserve(size.area() * static_cast<std::size_t>(slice.channels));
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            for (int channel = 0; channel < slice.channels; ++channel) {
                const double value = blockMean(slice, blockOf(slice.size, size, x, y), channel);
                const double share =
                    std::isnan(value) ? 0 : (value - window.level) / window.width + 0.5;
                const double shown =
                    std::isnan(value) || !picture.facts.isInverted ? share : 1 - share;
                pixels.push_back(
                    static_cast<std::uint8_t>(std::lround(255 * std::clamp(shown, 0.0, 1.0))));
            }
        }
    }
    picture.size = size;
    picture.samples = std::move(pixels);
    return picture;
}

} // namespace limn
