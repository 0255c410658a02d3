// The tools' pictures, drawn by the program itself on a field of 18 x 18.
#pragma once

#include <QPainterPath>

namespace limn {

// Lines only, to be stroked 1.4 wide with round ends.
QPainterPath brushGlyph();
QPainterPath eraserGlyph();
QPainterPath clickGlyph();
QPainterPath handGlyph();
QPainterPath thresholdGlyph();
QPainterPath giveBackGlyph();
QPainterPath polygonGlyph();
QPainterPath lassoGlyph();
QPainterPath wireGlyph();
QPainterPath shapeGlyph();
QPainterPath fillGlyph();
QPainterPath wandGlyph();
QPainterPath moveGlyph();
QPainterPath eyedropperGlyph();
QPainterPath measureGlyph();
QPainterPath crosshairGlyph();

} // namespace limn
