// The device pixels of a part of a widget, and the pixels of the picture under their centres: for
// what must be exact to the screen's pixel.
#pragma once

#include "model/data/size.h"
#include "ui/figure/cached_region.h"
#include "ui/view/view_transform.h"

#include <QImage>
#include <QPainter>

#include <vector>

namespace limn {

struct DeviceGrid {
    QRect device; // device pixels
    QPointF place; // of its corner, on the widget
    double devicePixelRatio = 1;
    std::vector<int> columns; // of the picture; -1 outside
    std::vector<int> rows;
    QPoint pictureOrigin; // of the picture's corner, in device pixels
};

// Of `exposed` (widget), grown by `margin` device pixels on every side.
DeviceGrid deviceGridOf(const QPainter& painter, const ViewTransform& view, Size picture,
                        const QRect& exposed, int margin);

// The image of a region (level 0) on the grid's pixels, each taking the colour of the pixel under
// it; transparent outside.
QImage sampledNearest(const DeviceGrid& grid, CachedRegion& cache);

// Puts an image of the grid's size on its pixels.
void drawOnGrid(QPainter& painter, const DeviceGrid& grid, QImage image);

} // namespace limn
