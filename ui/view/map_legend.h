// What the colours of a display mean: a bar with its numbers, or a patch a step, and the value
// under the pointer.
#pragma once

#include "ui/view/display_table.h"
#include "ui/view/shown_values.h"

#include <QWidget>

#include <optional>

namespace limn {

class MapLegend : public QWidget {
    Q_OBJECT

public:
    explicit MapLegend(QWidget* parent = nullptr);

    void setDisplay(DisplayScale scale, ColourMap colours, ValueRange range);
    void setValue(std::optional<double> value); // under the pointer
    QString valueText() const; // "0.37", "step 3"; empty: none
    QSize sizeHint() const override { return {200, 44}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawBar(QPainter& painter, const QRectF& bar) const;
    void drawSteps(QPainter& painter, const QRectF& bar) const;
    double shareOf(double value) const;

    DisplayScale m_scale = DisplayScale::Labels;
    ColourMap m_colours = ColourMap::Cividis;
    ValueRange m_range;
    std::optional<double> m_value;
};

} // namespace limn
