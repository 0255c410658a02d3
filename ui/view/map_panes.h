// The four maps of a step beside each other, at the place that the canvas shows: what the chain
// holds, what S says, what G says, what they agree on. To look at only; one widget, so that a step
// paints once.
#pragma once

#include "ui/view/overlay_image.h"
#include "ui/figure/picture_image.h"
#include "ui/view/view_transform.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace limn {

class MapPanes : public QWidget {
    Q_OBJECT

public:
    explicit MapPanes(Session& session, QWidget* parent = nullptr);

    void setShownBox(const QRectF& box); // pixels of the picture; all of it is in view in each pane
    void setOpacity(double opacity);
    void setPointer(std::optional<QPointF> place); // of the picture; marked in every pane
    // Where a place of the picture lies in a pane (0..3), on the widget.
    QPointF placeOf(int pane, QPointF picture) const;
    QSize sizeHint() const override { return {420, 420}; }

Q_SIGNALS:
    void pointedAt(std::optional<QPointF> place); // of the picture; none: left
    void zoomRequested(QPointF place, double factor); // about a place of the picture
    void panRequested(QPointF by); // pixels of the picture

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Pane {
        OverlayImage overlay;
        QString title, sentence;
    };

    void takePicture();
    void invalidate();
    void arrange(); // the view, so that the box is in each pane
    QSize paneSize() const; // with its caption
    QPoint cornerOf(int pane) const;
    QRect pictureRect(int pane) const; // without its caption
    std::optional<QPointF> pictureAt(QPointF place) const;
    void updateMarks(); // where the pointer is marked
    void drawPane(QPainter& painter, int index, const QRegion& exposed);
    void drawMaps(QPainter& painter, Pane& pane, const QRect& room, const QRect& exposed);
    void drawCaption(QPainter& painter, const Pane& pane, const QRect& box) const;

    Session& m_session;
    PictureImage m_picture;
    std::vector<Pane> m_panes;
    ViewTransform m_view; // the same in every pane
    QRectF m_box;
    std::optional<QPointF> m_pointer; // of the picture
    QPointF m_dragLast;
};

} // namespace limn
