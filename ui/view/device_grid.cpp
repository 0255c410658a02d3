#include "ui/view/device_grid.h"

#include "ui/figure/vectorised.h"

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

LIMN_VECTORISED void gather(const QRgb* source, const int* columns, QRgb* target, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        target[i] = source[columns[i]];
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
    // The columns grow from left to right, with nothing of the region before and after them.
    const auto isOfRegion = [&region](int column) {
        return column >= region.x && column < region.x + region.width;
    };
    const auto first = std::ranges::find_if(grid.columns, isOfRegion);
    const auto end = std::find_if_not(first, grid.columns.end(), isOfRegion);
    const auto left = static_cast<std::size_t>(first - grid.columns.begin());
    const auto count = static_cast<std::size_t>(end - first);
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
        std::fill_n(target, left, 0U);
        if (count > 0)
            gather(source - region.x, grid.columns.data() + left, target + left, count);
        std::fill_n(target + left + count, grid.columns.size() - left - count, 0U);
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
