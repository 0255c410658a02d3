#include "ui/view/device_grid.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace limn {
namespace {

std::vector<int> placesOf(int first, int count, double deviceScale, double deviceShift,
                          double origin, double scale, int extent)
{
    std::vector<int> places(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double widget = (first + i + 0.5 - deviceShift) / deviceScale;
        const double place = std::floor((widget - origin) / scale);
        places[static_cast<std::size_t>(i)] =
            place < 0 || place >= extent ? -1 : static_cast<int>(place);
    }
    return places;
}

} // namespace

DeviceGrid deviceGridOf(const QPainter& painter, const ViewTransform& view, Size picture,
                        const QRect& exposed, int margin)
{
    const QTransform toDevice = painter.deviceTransform();
    DeviceGrid grid;
    grid.device = toDevice.mapRect(QRectF(exposed))
                      .toAlignedRect()
                      .adjusted(-margin, -margin, margin, margin);
    grid.place = toDevice.inverted().map(QPointF(grid.device.topLeft()));
    grid.devicePixelRatio = toDevice.m11();
    const QPointF origin = view.toWidget(QPointF(0, 0));
    grid.columns = placesOf(grid.device.x(), grid.device.width(), toDevice.m11(), toDevice.dx(),
                            origin.x(), view.scaleX(), picture.width);
    grid.rows = placesOf(grid.device.y(), grid.device.height(), toDevice.m22(), toDevice.dy(),
                         origin.y(), view.scaleY(), picture.height);
    grid.pictureOrigin = toDevice.map(origin).toPoint();
    return grid;
}

QImage sampledNearest(const DeviceGrid& grid, CachedRegion& cache)
{
    QImage out(grid.device.size(), QImage::Format_ARGB32_Premultiplied);
    const Rect region = cache.region();
    const auto rowBytes = static_cast<std::size_t>(out.width()) * sizeof(QRgb);
    for (int y = 0; y < out.height(); ++y) {
        auto* target = reinterpret_cast<QRgb*>(out.scanLine(y));
        const int row = grid.rows[static_cast<std::size_t>(y)];
        if (row < region.y || row >= region.y + region.height) {
            std::fill_n(target, out.width(), 0U);
            continue;
        }
        if (y > 0 && row == grid.rows[static_cast<std::size_t>(y - 1)]) {
            std::memcpy(target, out.constScanLine(y - 1), rowBytes);
            continue;
        }
        const auto* source =
            reinterpret_cast<const QRgb*>(cache.image().constScanLine(row - region.y));
        for (int x = 0; x < out.width(); ++x) {
            const int column = grid.columns[static_cast<std::size_t>(x)] - region.x;
            target[x] = column < 0 || column >= region.width ? 0U : source[column];
        }
    }
    return out;
}

void drawOnGrid(QPainter& painter, const DeviceGrid& grid, QImage image)
{
    image.setDevicePixelRatio(grid.devicePixelRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(grid.place, image);
}

} // namespace limn
