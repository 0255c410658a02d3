// Rows of a model's map on the picture's pixels: bilinear, where the map has a grid of its own.
#pragma once

#include "model/data/size.h"

#include <span>
#include <vector>

namespace limn {

class MapRows {
public:
    // For `width` pixels from column `x` of a mip level of the picture; sampled at their centres.
    MapRows(Size map, Size picture, int level, int x, int width);

    // One row of the level; `plane` is map.area() floats, `out` has `width`.
    void read(std::span<const float> plane, int y, std::span<float> out) const;

private:
    struct Place {
        int first = 0, second = 0;
        float share = 0; // of the second
    };
    Place placeOf(int pixel, int mapExtent, int pictureExtent) const;
    int middleOf(int pixel, int extent) const; // on the picture's grid

    Size m_map, m_picture;
    int m_level;
    std::vector<Place> m_columns; // of a map with a grid of its own
    std::vector<int> m_pixels; // of a map on the picture's grid
};

} // namespace limn
