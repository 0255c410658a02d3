// The two other planes of a stack: what the rows and what the columns of all slices make.
#pragma once

#include "ui/session/session.h"

#include <QImage>

namespace limn {

enum class Plane { Rows, Columns }; // one row, or one column, of every slice

// The distance of the slices in millimetres, or 1 without calibration; 0 where they do not lie at
// equal distances (to a hundredth) and directions.
double sliceSpacing(const Volume& volume);

// Why the planes can't be shown; empty: they can.
QString planesObstacle(const Session& session);

// A pixel of the image is a pixel of the stack: the first slice is the top row. Slices that are not
// read are black. `at`: the row, or the column.
QImage planeImage(const Session& session, Plane plane, int at, double opacity);

} // namespace limn
