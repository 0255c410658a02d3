// Draws a cached part of the picture, or of what lies on it, where the view puts it.
#pragma once

#include "ui/figure/cached_region.h"
#include "ui/view/view_transform.h"

#include <QPainter>

namespace limn {

// The mip level whose pixels are at most as large as the screen's.
int mipLevelOf(const ViewTransform& view);

// Sharp: squares when they are two device pixels wide or more, else smooth. Only within `exposed`.
enum class Pixels { Sharp, Smooth };
void drawRegion(QPainter& painter, const ViewTransform& view, Size picture, CachedRegion& cache,
                const QRect& exposed, Pixels pixels = Pixels::Sharp);

} // namespace limn
