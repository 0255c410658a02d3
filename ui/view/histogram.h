// How often each value is in the slice, with the display window over it: its two edges can be dragged.
#pragma once

#include "ui/session/session.h"

#include <QWidget>

#include <vector>

namespace limn {

class Histogram : public QWidget {
    Q_OBJECT

public:
    explicit Histogram(Session& session, QWidget* parent);

    QSize sizeHint() const override { return {280, 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Edge { Low, High, Both };

    void count();
    double valueAt(double x) const;
    double placeOf(double value) const;

    Session& m_session;
    std::vector<int> m_bins; // of some 200 000 values
    double m_low = 0, m_high = 1; // of all values
    Edge m_held = Edge::Both;
    double m_lastValue = 0;
};

} // namespace limn
