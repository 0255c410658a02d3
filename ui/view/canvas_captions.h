// Words and marks at the canvas's edges: window, zoom, slice, scale bar, orientation letters.
#pragma once

#include "model/data/volume.h"
#include "ui/view/view_transform.h"

#include <QRect>
#include <QString>

class QPainter;

namespace limn {

// Letters for a direction in the patient (LPS): L, R, A, P, H, F; two where it lies between.
QString orientationLetters(const Vector3& direction);

// "W 255  L 128 · 137 % · 3 / 20".
QString captionOf(const Volume& volume, const DisplayWindow& window, int slice,
                  const ViewTransform& view);

// Where drawCaptions draws, on a canvas of this size.
QRect captionsBox(const QRect& canvas);

void drawCaptions(QPainter& painter, const QRect& canvas, const Volume& volume,
                  const DisplayWindow& window, int slice, const ViewTransform& view);

// At the four edges; nothing when the picture's place in the patient is unknown.
void drawOrientation(QPainter& painter, const QRect& canvas, const Volume& volume);

} // namespace limn
