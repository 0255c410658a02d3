#include "ui/view/step_picture.h"

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>

namespace limn {
namespace {

constexpr int samplesASide = 3;

// The column or row of `full` that sample `sample` of pixel `pixel` falls on.
int sourceIndex(int pixel, int sample, int pixels, int full)
{
    const int position = pixel * samplesASide + sample;
    return std::min(
        static_cast<int>(static_cast<long long>(position) * full / (pixels * samplesASide)),
        full - 1);
}

float averageAt(const Slice& slice, int x, int y, int channel, QSize pixels)
{
    float sum = 0;
    for (int j = 0; j < samplesASide; ++j) {
        const int row = sourceIndex(y, j, pixels.height(), slice.size.height);
        for (int i = 0; i < samplesASide; ++i) {
            const int column = sourceIndex(x, i, pixels.width(), slice.size.width);
            const auto place =
                (static_cast<std::size_t>(row) * static_cast<std::size_t>(slice.size.width)
                 + static_cast<std::size_t>(column))
                * static_cast<std::size_t>(slice.channels);
            sum += slice.values[place + static_cast<std::size_t>(channel)];
        }
    }
    return sum / (samplesASide * samplesASide);
}

int shade(float value, const DisplayWindow& window, bool isInverted)
{
    const double share = (static_cast<double>(value) - window.level) / window.width + 0.5;
    if (!std::isfinite(share))
        return 0;
    const int grey = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
    return isInverted ? 255 - grey : grey;
}

QRgb blended(QRgb under, const ProbabilityMap& map, std::size_t place,
             const std::vector<std::array<float, 3>>& colours)
{
    float cover = 0;
    std::array<float, 3> mixed{};
    const std::size_t area = map.size.area();
    for (std::size_t c = 1; c < colours.size(); ++c) {
        const float p = std::clamp(map.values[c * area + place], 0.F, 1.F);
        cover += p;
        for (std::size_t k = 0; k < 3; ++k)
            mixed[k] += p * colours[c][k];
    }
    const float left = 1.F - std::min(cover, 1.F);
    const auto channel = [&](std::size_t k, int below) {
        return std::clamp(static_cast<int>(mixed[k] + left * static_cast<float>(below)), 0, 255);
    };
    return qRgb(channel(0, qRed(under)), channel(1, qGreen(under)), channel(2, qBlue(under)));
}

} // namespace

QImage slicePicture(const Slice& slice, const DisplayWindow& window, bool isInverted, QSize pixels)
{
    QImage picture(pixels, QImage::Format_RGB32);
    for (int y = 0; y < pixels.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < pixels.width(); ++x) {
            std::array<int, 3> shades{};
            for (int c = 0; c < slice.channels && c < 3; ++c)
                shades[static_cast<std::size_t>(c)] =
                    shade(averageAt(slice, x, y, c, pixels), window, isInverted);
            if (slice.channels == 1)
                shades[1] = shades[2] = shades[0];
            line[x] = qRgb(shades[0], shades[1], shades[2]);
        }
    }
    return picture;
}

QImage mapPicture(const ProbabilityMap& map, const LabelTable& labels, const QImage& under)
{
    QImage picture = under;
    if (map.isEmpty())
        return picture;
    std::vector<std::array<float, 3>> colours(static_cast<std::size_t>(map.classes));
    for (std::size_t c = 1; c < colours.size(); ++c) {
        const LabelRow* row = labels.find(static_cast<Label>(c));
        const Colour colour = row ? row->colour : paletteColour(static_cast<int>(c) - 1);
        colours[c] = {static_cast<float>(colour.red), static_cast<float>(colour.green),
                      static_cast<float>(colour.blue)};
    }
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        const int row = sourceIndex(y, samplesASide / 2, picture.height(), map.size.height);
        for (int x = 0; x < picture.width(); ++x) {
            const int column = sourceIndex(x, samplesASide / 2, picture.width(), map.size.width);
            const auto place =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(map.size.width)
                + static_cast<std::size_t>(column);
            line[x] = blended(line[x], map, place, colours);
        }
    }
    return picture;
}

} // namespace limn
