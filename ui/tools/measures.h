// Lengths, angles and areas between places of a picture, in pixels and millimetres, and how they
// are said.
#pragma once

#include "model/data/volume.h"
#include "ui/tools/place.h"

#include <QString>

#include <span>

namespace limn {

double lengthMm(Place a, Place b, const Geometry& geometry);
// Between the arms to a and to b, in the patient where the spacing is known: 0..180 degrees.
double angleDegrees(Place a, Place corner, Place b, const Geometry& geometry);
double areaPx(std::span<const Place> corners); // of the outline, joined to its start
double outlineMm(std::span<const Place> corners, const Geometry& geometry);

// "120.4 px · 31.25 mm": px alone where the spacing is unknown, "at detector" where that is meant.
QString lengthWords(Place a, Place b, const Geometry& geometry);
QString angleWords(Place a, Place corner, Place b, const Geometry& geometry);
QString areaWords(std::span<const Place> corners, const Geometry& geometry);
QString boxWords(Place a, Place b, const Geometry& geometry); // width and height

} // namespace limn
