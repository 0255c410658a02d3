// The other side of a comparison beside the canvas: one place, one zoom, one pointer. To look at.
#pragma once

#include "ui/view/compare_layer.h"

#include <QWidget>

#include <optional>

namespace limn {

class ComparePane : public QWidget {
    Q_OBJECT

public:
    explicit ComparePane(Session& session, QWidget* parent = nullptr);

    void setSettings(const CompareSettings& settings);
    void setOverlay(const OverlaySettings& overlay);
    void setPixels(bool isInverted, Pixels pixels); // as the canvas shows them
    void setShownBox(const QRectF& box); // pixels of the picture
    void setPointer(std::optional<QPointF> place); // of the picture

Q_SIGNALS:
    void pointedAt(std::optional<QPointF> place); // of the picture; none: left
    void zoomRequested(QPointF place, double factor);
    void panRequested(QPointF by);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void takePicture();
    void takeWindow();
    void invalidate();
    void arrange();

    Session& m_session;
    PictureImage m_picture;
    CompareLayer m_layer;
    ViewTransform m_view;
    bool m_isInverted = false;
    Pixels m_pixels = Pixels::Sharp;
    QRectF m_box;
    std::optional<QPointF> m_pointer;
    QPointF m_dragLast;
};

} // namespace limn
