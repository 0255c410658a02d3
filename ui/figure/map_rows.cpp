#include "ui/figure/map_rows.h"

#include "ui/figure/vectorised.h"

#include <algorithm>
#include <cassert>

namespace limn {

namespace {

LIMN_VECTORISED void gather(const float* row, const int* pixels, float* out, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        out[i] = row[pixels[i]];
}

} // namespace

MapRows::MapRows(Size map, Size picture, int level, int x, int width)
    : m_map(map)
    , m_picture(picture)
    , m_level(level)
{
    const bool isSameGrid = map == picture;
    isSameGrid ? m_pixels.reserve(static_cast<std::size_t>(width))
               : m_columns.reserve(static_cast<std::size_t>(width));
    for (int i = x; i < x + width; ++i)
        if (isSameGrid)
            m_pixels.push_back(middleOf(i, map.width));
        else
            m_columns.push_back(placeOf(i, map.width, picture.width));
}

int MapRows::middleOf(int pixel, int extent) const
{
    return std::min((pixel << m_level) + ((1 << m_level) >> 1), extent - 1);
}

MapRows::Place MapRows::placeOf(int pixel, int mapExtent, int pictureExtent) const
{
    if (mapExtent == pictureExtent) {
        const int middle = middleOf(pixel, mapExtent);
        return {middle, middle, 0};
    }
    const double centre = (pixel + 0.5) * (1 << m_level) * mapExtent / pictureExtent - 0.5;
    const double inside = std::clamp(centre, 0.0, mapExtent - 1.0);
    const int first = static_cast<int>(inside);
    return {first, std::min(first + 1, mapExtent - 1), static_cast<float>(inside - first)};
}

void MapRows::read(std::span<const float> plane, int y, std::span<float> out) const
{
    assert(plane.size() == m_map.area() && out.size() == m_columns.size() + m_pixels.size());
    const auto width = static_cast<std::size_t>(m_map.width);
    if (m_map == m_picture) {
        const auto row = static_cast<std::size_t>(middleOf(y, m_map.height));
        return gather(plane.data() + row * width, m_pixels.data(), out.data(), out.size());
    }
    const Place row = placeOf(y, m_map.height, m_picture.height);
    const float* upper = plane.data() + static_cast<std::size_t>(row.first) * width;
    const float* lower = plane.data() + static_cast<std::size_t>(row.second) * width;
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
