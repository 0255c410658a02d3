// The colour bar on the canvas: legend of the probabilities, and the control of the threshold.
#pragma once

#include <QAbstractSlider>

namespace limn {

// In hundredths, 1..99. A drag, or a key held, is one gesture.
class ColourBar : public QAbstractSlider {
    Q_OBJECT

public:
    explicit ColourBar(QWidget* parent);

    void showThreshold(double threshold); // 0..1; signals nothing
    QSize sizeHint() const override;

Q_SIGNALS:
    void thresholdPicked(double threshold);
    void gestureEnded();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF gradientBox() const;
    double yOf(double value) const; // 0..1
    void pickAt(double y);
    void drawHandle(QPainter& painter) const;

    bool m_isShowing = false; // told by the session, not by a person
    bool m_isKeyHeld = false;
};

} // namespace limn
