// A file's facts as JSON: what the parent makes a Volume of, and what `limn info` prints.
#pragma once

#include "io/import/picture.h"

namespace limn {

// Keys: format, width, height, frames, channels, bits, signed, photometric, transferSyntax, slope,
// intercept, inverted, turn, windows [{level, width, explanation,
// function, table {firstMapped, levels} (absent: none)}], timesMs, stackSlices, geometry
// {calibration, columnSpacingMm, rowSpacingMm, rowDirection, columnDirection, sliceOriginsMm},
// fileOrder {transposed, mirrored, upsideDown}, padding (absent: none),
// graphics (runs of drawn pixels: begin, length, ...; absent: none), studyUid, seriesUid, instanceUid, notes, tags.
nlohmann::json factsJson(const Picture& picture);

// The value of "geometry" above.
nlohmann::json geometryJson(const Geometry& geometry);

} // namespace limn
