// The pixel pointed at: how probable each label is there, now and at every step.
#pragma once

#include "ui/session/session.h"

#include <QPoint>
#include <QWidget>

#include <optional>
#include <vector>

namespace limn {

// Keeps the last pixel when the pointer leaves the picture, so that steps can be walked through.
class PixelProbe : public QWidget {
    Q_OBJECT

public:
    explicit PixelProbe(Session& session, QWidget* parent = nullptr);

    void setPixel(QPoint pixel); // of the picture
    // The probability of a label there, a step each; one value where only the answer was kept.
    std::vector<float> valuesOf(int classIndex) const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    float valueOf(const ProbabilityMap& map, int classIndex) const;
    std::vector<int> shownClasses() const; // the likeliest, in the order of the table
    QString nameOf(int classIndex) const;
    QColor colourOf(int classIndex) const;
    void forget();
    void describe();
    void drawRow(QPainter& painter, const QRectF& row, int classIndex) const;
    void drawGraph(QPainter& painter, const QRectF& room) const;
    void drawCurve(QPainter& painter, const QRectF& room, int classIndex) const;

    Session& m_session;
    std::optional<QPoint> m_pixel;
};

} // namespace limn
