// Where the picture lies on the canvas: what maps its pixels to places of the widget and back.
#pragma once

#include "model/data/size.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace limn {

// Zoom is device-independent pixels for one pixel of the picture (the smaller side of it, where the
// spacing of rows and columns differs). The picture's corner is kept on whole device pixels.
class ViewTransform {
public:
    void setViewport(QSizeF size,
                     double devicePixelRatio); // keeps zoom, and the centre in the centre
    void setPicture(Size size, double stretchX, double stretchY); // stretch >= 1

    double zoom() const { return m_zoom; }
    double scaleX() const { return m_zoom * m_stretchX; }
    double scaleY() const { return m_zoom * m_stretchY; }
    double devicePixelRatio() const { return m_devicePixelRatio; }

    QPointF toWidget(QPointF image) const;
    QPointF toImage(QPointF widget) const;
    QRectF toWidget(Rect box) const;
    Rect toImage(QRectF widget) const; // all pixels touched, within the picture

    // Multiplies the zoom; the place of the picture under `anchor` (widget) stays there.
    void zoomAt(QPointF anchor, double factor);
    void setZoom(double zoom); // keeps the centre
    void panBy(double imageX, double imageY); // the picture moves by these many of its pixels
    void centreOn(QPointF image);
    void fit(Rect box, QRectF inside); // a box of the picture, as large as possible
    void fit(QRectF inside); // the whole picture, as large as possible, in a part of the widget

private:
    QPointF origin() const; // of the picture, on the widget

    QSizeF m_viewport{1, 1};
    double m_devicePixelRatio = 1;
    Size m_picture;
    double m_stretchX = 1, m_stretchY = 1;
    double m_zoom = 1;
    QPointF m_centre; // pixel of the picture in the middle of the widget
};

} // namespace limn
