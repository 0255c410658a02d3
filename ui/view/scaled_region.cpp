#include "ui/view/scaled_region.h"

#include "ui/view/device_grid.h"

#include <cmath>

namespace limn {

int mipLevelOf(const ViewTransform& view)
{
    const double pixels = view.zoom() * view.devicePixelRatio();
    return pixels >= 1 ? 0 : static_cast<int>(std::floor(std::log2(1 / pixels) + 1e-9));
}

void drawRegion(QPainter& painter, const ViewTransform& view, Size picture, CachedRegion& cache,
                const QRect& exposed, Pixels pixels)
{
    if (pixels == Pixels::Sharp && view.zoom() * view.devicePixelRatio() >= 2) {
        const DeviceGrid grid = deviceGridOf(painter, view, picture, exposed, 0);
        drawOnGrid(painter, grid, sampledNearest(grid, cache));
        return;
    }
    painter.save();
    painter.setClipRect(view.toWidget(wholeOf(picture)).intersected(QRectF(exposed)));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int block = 1 << cache.level();
    const Rect region = cache.region();
    painter.translate(view.toWidget(QPointF(region.x * block, region.y * block)));
    painter.scale(view.scaleX() * block, view.scaleY() * block);
    painter.drawImage(QPointF(0, 0), cache.image());
    painter.restore();
}

} // namespace limn
