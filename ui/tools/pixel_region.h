// Pixels that belong together: what an outline encloses, and what grows from a pixel.
#pragma once

#include "model/data/label_layers.h"
#include "model/data/volume.h"
#include "ui/tools/place.h"

#include <cstdint>
#include <span>
#include <vector>

namespace limn {

struct PixelRegion {
    Rect box; // inside the picture
    std::vector<std::uint8_t> inside; // of the box, row by row: 1 where the pixel belongs to it

    bool isEmpty() const { return box.isEmpty(); }
    bool contains(int x, int y) const;
    std::size_t count() const;
};

// Pixels whose centre lies inside by the even-odd rule; the last corner is joined to the first.
PixelRegion polygonRegion(std::span<const Place> corners, Size picture);

// Between two corners of the box around it, whichever they are.
PixelRegion rectangleRegion(Place from, Place to, Size picture);
PixelRegion ellipseRegion(Place from, Place to, Size picture);

// The connected pixels (by edges) of the label under a pixel, or all pixels of that label.
PixelRegion labelRegion(std::span<const Label> labels, Size picture, int x, int y,
                        bool isConnected = true);

// The connected pixels (by edges) whose value (of colours: every channel) is within the tolerance of
// that pixel's.
PixelRegion similarRegion(const Slice& slice, int x, int y, float tolerance);

// The connected pixels that a person has decided, around one of them.
PixelRegion decidedRegion(std::span<const Label> human, Size picture, int x, int y);

} // namespace limn
