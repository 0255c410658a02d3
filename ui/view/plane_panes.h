// The two other planes of a stack beside the canvas, with lines where the three meet. A click or a
// drag goes there.
#pragma once

#include "ui/view/stack_planes.h"

#include <QWidget>

namespace limn {

class PlanePanes : public QWidget {
    Q_OBJECT

public:
    explicit PlanePanes(Session& session, QWidget* parent = nullptr);

    void setPlace(QPointF place); // of the shown slice: where the planes cut it
    QPointF place() const { return m_place; }
    void setOpacity(double opacity);

Q_SIGNALS:
    void placePicked(QPointF place); // of the slice; the session shows the slice already

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void takePicture();
    void askForSlices();
    void drop(); // the images are out of date
    QRectF paneRect(Plane plane) const; // the image, in its shape in the patient
    void drawPane(QPainter& painter, Plane plane, QImage& image);
    void pick(QPointF place);

    Session& m_session;
    QPointF m_place;
    double m_opacity = 0.6;
    QImage m_rows, m_columns; // null: out of date
    Plane m_pressed = Plane::Rows;
};

} // namespace limn
