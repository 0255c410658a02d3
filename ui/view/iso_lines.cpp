#include "ui/view/iso_lines.h"

#include "ui/figure/colour_map.h"
#include "ui/view/theme.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace limn {
namespace {

constexpr std::uint8_t outside = 255;

struct Place {
    int first = -1, second = 0; // of the map; -1: outside the picture
    float share = 0; // of the second
};

Place placeOf(double pixel, int pictureExtent, int mapExtent)
{
    if (pixel < 0 || pixel >= pictureExtent)
        return {};
    const double inside = std::clamp(pixel * mapExtent / pictureExtent - 0.5, 0.0, mapExtent - 1.0);
    const int first = static_cast<int>(inside);
    return {first, std::min(first + 1, mapExtent - 1), static_cast<float>(inside - first)};
}

// How many levels lie below each device pixel's value, row by row.
class Bands {
public:
    Bands(const DeviceGrid& grid, const ViewTransform& view, std::span<const float> plane, Size map,
          Size picture)
        : m_grid(grid)
        , m_view(view)
        , m_plane(plane)
        , m_map(map)
        , m_picture(picture)
    {
        for (int x = 0; x < grid.device.width(); ++x)
            m_columns.push_back(placeOf(pictureAt(x, 0).x(), picture.width, map.width));
    }

    std::vector<std::uint8_t> row(int y) const
    {
        std::vector<std::uint8_t> bands(m_columns.size(), outside);
        const Place row = placeOf(pictureAt(0, y).y(), m_picture.height, m_map.height);
        if (row.first < 0)
            return bands;
        const auto width = static_cast<std::size_t>(m_map.width);
        const float* upper = m_plane.data() + static_cast<std::size_t>(row.first) * width;
        const float* lower = m_plane.data() + static_cast<std::size_t>(row.second) * width;
        for (std::size_t x = 0; x < bands.size(); ++x) {
            const Place& column = m_columns[x];
            if (column.first < 0)
                continue;
            const float above =
                upper[column.first] + column.share * (upper[column.second] - upper[column.first]);
            const float below =
                lower[column.first] + column.share * (lower[column.second] - lower[column.first]);
            const float value = above + row.share * (below - above);
            bands[x] = static_cast<std::uint8_t>(
                std::ranges::count_if(isoLevels, [value](float level) { return value >= level; }));
        }
        return bands;
    }

private:
    QPointF pictureAt(int x, int y) const
    {
        const QPointF middle((x + 0.5) / m_grid.devicePixelRatio,
                             (y + 0.5) / m_grid.devicePixelRatio);
        return m_view.toImage(m_grid.place + middle);
    }

    const DeviceGrid& m_grid;
    const ViewTransform& m_view;
    std::span<const float> m_plane;
    Size m_map, m_picture;
    std::vector<Place> m_columns;
};

// The level between two bands, counted from 1; 0: none. Where several lie there, the middle one.
std::uint8_t levelBetween(std::uint8_t one, std::uint8_t other)
{
    if (one == other || one == outside || other == outside)
        return 0;
    return static_cast<std::uint8_t>((one + other + 1) / 2);
}

} // namespace

QImage isoLines(const DeviceGrid& grid, const ViewTransform& view, std::span<const float> plane,
                Size map, Size picture, ColourMap colours)
{
    QImage image(grid.device.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    std::array<QRgb, isoLevels.size()> inks;
    for (std::size_t i = 0; i < inks.size(); ++i)
        inks[i] = colourOf(colours, 0.15 + 0.85 * static_cast<double>(isoLevels[i]));
    const QRgb halo = qPremultiply(on_canvas::halo.rgba());

    const Bands bands(grid, view, plane, map, picture);
    std::vector<std::uint8_t> here = bands.row(0);
    for (int y = 0; y + 1 < image.height(); ++y) {
        const std::vector<std::uint8_t> below = bands.row(y + 1);
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(y));
        auto* under = reinterpret_cast<QRgb*>(image.scanLine(y + 1));
        for (std::size_t x = 0; x + 1 < here.size(); ++x) {
            const std::uint8_t across = levelBetween(here[x], here[x + 1]);
            const std::uint8_t level = across != 0 ? across : levelBetween(here[x], below[x]);
            if (level == 0)
                continue;
            out[x] = inks[level - 1U];
            if (out[x + 1] == 0)
                out[x + 1] = halo;
            if (under[x] == 0)
                under[x] = halo;
        }
        here = below;
    }
    return image;
}

} // namespace limn
