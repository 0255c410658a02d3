// The pictures inside figures and films: the slice, and maps over it.
#pragma once

#include "ui/figure/figure_plan.h"
#include "ui/figure/picture_image.h"

#include <QImage>
#include <QPainterPath>

namespace limn {

// The input outlives it. A picture has as many pixels as `wanted`, or fewer where the slice has
// fewer and they need not be made up: at twice its size or more its pixels are to be seen.
class PanelPictures {
public:
    PanelPictures(const FigureInput& input, const FigureStyle& style, QSize wanted);

    QImage picture() const { return fitted(m_picture); }
    QImage mask() const; // the composed labels over it
    QImage map(FigureMap map, const Step& step) const;

    // The borders of the composed labels, or of the posterior's at the threshold; pixels of the
    // slice.
    QPainterPath maskContour() const;
    QPainterPath posteriorContour(const Step& step) const;

private:
    QImage fitted(QImage picture) const;
    QImage over(const ProbabilityMap& map, const ProbabilityMap* state, double stateShare) const;
    QImage values(std::span<const float> plane, Size size, ColourMap colours) const;
    QPainterPath contours(const std::vector<Label>& labels) const;

    const FigureInput& m_input;
    FigureStyle m_style;
    QSize m_wanted;
    int m_level = 0; // of the slice's mip levels
    Size m_size; // of that level
    QImage m_picture; // 32 bit, opaque
};

// Width through height of the slice in millimetres, or pixels.
double aspectOf(const FigureInput& input);

} // namespace limn
