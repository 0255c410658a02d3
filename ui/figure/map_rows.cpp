#include "ui/figure/map_rows.h"

#include <algorithm>
#include <cassert>

namespace limn {

MapRows::MapRows(Size map, Size picture, int level, int x, int width)
    : m_map(map)
    , m_picture(picture)
    , m_level(level)
{
    m_columns.reserve(static_cast<std::size_t>(width));
    for (int i = 0; i < width; ++i)
        m_columns.push_back(placeOf(x + i, level, map.width, picture.width));
}

MapRows::Place MapRows::placeOf(int pixel, int level, int mapExtent, int pictureExtent)
{
    if (mapExtent == pictureExtent) {
        const int middle = (pixel << level) + ((1 << level) >> 1);
        const int inside = std::min(middle, mapExtent - 1);
        return {inside, inside, 0};
    }
    const double centre = (pixel + 0.5) * (1 << level) * mapExtent / pictureExtent - 0.5;
    const double inside = std::clamp(centre, 0.0, mapExtent - 1.0);
    const int first = static_cast<int>(inside);
    return {first, std::min(first + 1, mapExtent - 1), static_cast<float>(inside - first)};
}

void MapRows::read(std::span<const float> plane, int y, std::span<float> out) const
{
    assert(plane.size() == m_map.area() && out.size() == m_columns.size());
    const Place row = placeOf(y, m_level, m_map.height, m_picture.height);
    const auto width = static_cast<std::size_t>(m_map.width);
    const float* upper = plane.data() + static_cast<std::size_t>(row.first) * width;
    const float* lower = plane.data() + static_cast<std::size_t>(row.second) * width;
    if (m_map == m_picture) {
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = upper[m_columns[i].first];
        return;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Place& column = m_columns[i];
        const float above =
            upper[column.first] + column.share * (upper[column.second] - upper[column.first]);
        const float below =
            lower[column.first] + column.share * (lower[column.second] - lower[column.first]);
        out[i] = above + row.share * (below - above);
    }
}

} // namespace limn
