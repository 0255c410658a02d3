#include "app/thumbnail_image.h"

namespace limn {

QImage imageOf(const Thumbnail& thumbnail)
{
    const auto format = thumbnail.channels == 3 ? QImage::Format_RGB888 : QImage::Format_Grayscale8;
    const QImage view(thumbnail.pixels.data(), thumbnail.size.width, thumbnail.size.height,
                      static_cast<qsizetype>(thumbnail.size.width) * thumbnail.channels, format);
    return view.copy();
}

} // namespace limn
