#include "ui/view/view_transform.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr double smallestZoom = 1.0 / 64, largestZoom = 64; // device pixels a pixel

} // namespace

void ViewTransform::setViewport(QSizeF size, double devicePixelRatio)
{
    m_viewport = size;
    m_devicePixelRatio = devicePixelRatio;
}

void ViewTransform::setPicture(Size size, double stretchX, double stretchY)
{
    m_picture = size;
    m_stretchX = stretchX;
    m_stretchY = stretchY;
}

QPointF ViewTransform::origin() const
{
    const auto whole = [this](double value) {
        return std::round(value * m_devicePixelRatio) / m_devicePixelRatio;
    };
    return {whole(m_viewport.width() / 2 - m_centre.x() * scaleX()),
            whole(m_viewport.height() / 2 - m_centre.y() * scaleY())};
}

QPointF ViewTransform::toWidget(QPointF image) const
{
    return origin() + QPointF(image.x() * scaleX(), image.y() * scaleY());
}

QPointF ViewTransform::toImage(QPointF widget) const
{
    const QPointF offset = widget - origin();
    return {offset.x() / scaleX(), offset.y() / scaleY()};
}

QRectF ViewTransform::toWidget(Rect box) const
{
    return {toWidget(QPointF(box.x, box.y)), QSizeF(box.width * scaleX(), box.height * scaleY())};
}

Rect ViewTransform::toImage(QRectF widget) const
{
    const QPointF topLeft = toImage(widget.topLeft());
    const QPointF bottomRight = toImage(widget.bottomRight());
    const int x = static_cast<int>(std::floor(topLeft.x()));
    const int y = static_cast<int>(std::floor(topLeft.y()));
    const int right = static_cast<int>(std::ceil(bottomRight.x()));
    const int bottom = static_cast<int>(std::ceil(bottomRight.y()));
    return intersected({x, y, right - x, bottom - y}, wholeOf(m_picture));
}

void ViewTransform::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, smallestZoom / m_devicePixelRatio, largestZoom / m_devicePixelRatio);
}

void ViewTransform::zoomAt(QPointF anchor, double factor)
{
    // Without the rounding of origin(), which would add up over many turns of the wheel.
    const QPointF fromCentre(anchor.x() - m_viewport.width() / 2,
                             anchor.y() - m_viewport.height() / 2);
    const QPointF before = m_centre + QPointF(fromCentre.x() / scaleX(), fromCentre.y() / scaleY());
    setZoom(m_zoom * factor);
    m_centre = before - QPointF(fromCentre.x() / scaleX(), fromCentre.y() / scaleY());
}

void ViewTransform::panBy(double imageX, double imageY)
{
    centreOn(m_centre - QPointF(imageX, imageY));
}

void ViewTransform::centreOn(QPointF image)
{
    // A part of the picture stays in view.
    m_centre = {std::clamp(image.x(), 0.0, static_cast<double>(m_picture.width)),
                std::clamp(image.y(), 0.0, static_cast<double>(m_picture.height))};
}

void ViewTransform::fit(Rect box, QRectF inside)
{
    if (box.isEmpty() || inside.width() <= 0 || inside.height() <= 0)
        return;
    setZoom(std::min(inside.width() / (box.width * m_stretchX),
                     inside.height() / (box.height * m_stretchY)));
    const QPointF offMiddle(inside.center().x() - m_viewport.width() / 2,
                            inside.center().y() - m_viewport.height() / 2);
    m_centre = QPointF(box.x + box.width / 2.0 - offMiddle.x() / scaleX(),
                       box.y + box.height / 2.0 - offMiddle.y() / scaleY());
}

void ViewTransform::fit(QRectF inside)
{
    fit(wholeOf(m_picture), inside);
}

} // namespace limn
