// The outline of the brush: one light line with a dark halo. A small one is kept as an image,
// because it is drawn at every event.
#pragma once

#include <QImage>
#include <QPainter>

namespace limn {

class BrushOutline {
public:
    // `box` on the widget.
    void draw(QPainter& painter, const QRectF& box, bool isSquare);

private:
    QImage m_image;
    QRectF m_box; // in the image
    bool m_isSquare = false;
};

} // namespace limn
