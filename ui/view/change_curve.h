// The share of pixels that changed at each step, on a scale of its own.
#pragma once

#include <QWidget>

#include <vector>

namespace limn {

class ChangeCurve : public QWidget {
    Q_OBJECT

public:
    explicit ChangeCurve(QWidget* parent = nullptr);

    // `shares` of the steps done so far (the first is no change and is left out); `count` steps in
    // all; `base` counts from 1, 0 for none.
    void setShares(std::vector<double> shares, int count, int base);
    QSize sizeHint() const override { return {200, 72}; }
    QSize minimumSizeHint() const override { return {96, 48}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPointF pointOf(int step, const QRectF& room, double highest) const;

    std::vector<double> m_shares;
    int m_count = 0;
    int m_base = 0;
};

} // namespace limn
