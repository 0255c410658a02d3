// What figures and films draw alike: a panel with its contour, the scale bar, words.
#pragma once

#include "ui/figure/panel_pictures.h"

#include <QFont>
#include <QStringList>

class QPainter;

namespace limn {

struct PanelContent {
    QImage picture;
    QPainterPath contour; // pixels of the slice
};

PanelContent stepContent(const PanelPictures& pictures, FigureMap map, const Step& step,
                         const FigureStyle& style);
PanelContent maskContent(const PanelPictures& pictures, const FigureStyle& style);

// The contour is a light line of `lineWidth` with a dark halo. `dots`: of what is drawn on, a unit
// of the painter: few pixels are there to be seen, many are not to be made coarser.
void drawContent(QPainter& painter, const QRectF& box, const PanelContent& content, Size slice,
                 double lineWidth, double dots);

// In the panel's lower left corner.
void drawScaleBar(QPainter& painter, const QRectF& box, const FigureInput& input, int fontUnits);

// A sans serif font of this height in the painter's units.
QFont figureFont(int height);

// The first of the texts that fits, centred; the last one is shortened where none does.
void drawFittingWords(QPainter& painter, const QRectF& box, const QStringList& texts);

// From long to short: "step 4 of 10, t = 0.70", ...
QStringList captionsOf(const FigureColumn& column, const FigureInput& input);
QString captionOf(FigureMap map);

} // namespace limn
