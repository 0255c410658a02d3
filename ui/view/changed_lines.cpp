#include "ui/view/changed_lines.h"

#include "ui/view/theme.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr double periodDip = 5; // of the dots

} // namespace

QImage changedLines(const DeviceGrid& grid, std::span<const std::uint8_t> changed, Size picture)
{
    QImage image(grid.device.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const int width = grid.device.width(), height = grid.device.height();
    const auto isChanged = [&](int x, int y) {
        const int column = grid.columns[static_cast<std::size_t>(std::clamp(x, 0, width - 1))];
        const int row = grid.rows[static_cast<std::size_t>(std::clamp(y, 0, height - 1))];
        return column >= 0 && row >= 0
            && changed[static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width)
                       + static_cast<std::size_t>(column)]
            != 0;
    };
    const int period =
        std::max(3, static_cast<int>(std::lround(periodDip * grid.devicePixelRatio)));
    const int dot = std::max(1, period / 3);
    const QRgb line = on_canvas::changed.rgba(), halo = qPremultiply(on_canvas::halo.rgba());
    for (int y = 0; y < height; ++y) {
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(y));
        // Fixed to the picture, so that the dots move with it.
        const int v = (grid.device.y() + y - grid.pictureOrigin.y()) % period;
        for (int x = 0; x < width; ++x) {
            const bool isHere = isChanged(x, y);
            const bool isBorder = isHere != isChanged(x - 1, y) || isHere != isChanged(x + 1, y)
                || isHere != isChanged(x, y - 1) || isHere != isChanged(x, y + 1);
            const int u = (grid.device.x() + x - grid.pictureOrigin.x()) % period;
            if (isHere && (isBorder || (u >= 0 && u < dot && v >= 0 && v < dot)))
                out[x] = line;
            else if (isBorder)
                out[x] = halo;
        }
    }
    return image;
}

} // namespace limn
