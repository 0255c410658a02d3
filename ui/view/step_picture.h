// Small pictures of a probability map over the image.
#pragma once

#include "model/data/label_table.h"
#include "model/data/step.h"
#include "model/data/volume.h"

#include <QImage>

namespace limn {

// The slice in grey or colour at `pixels`, by the display window, the averages of a few values a
// pixel.
QImage slicePicture(const Slice& slice, const DisplayWindow& window, bool isInverted, QSize pixels);

// `under`, with each class laid over it in its label's colour, as opaque as it is probable. Class c
// is label c.
QImage mapPicture(const ProbabilityMap& map, const LabelTable& labels, const QImage& under);

} // namespace limn
