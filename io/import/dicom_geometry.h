// Spacing, orientation, positions and times of a DICOM file's frames.
#pragma once

#include "io/import/dicom_file.h"

namespace limn {

// PixelSpacing holds in the patient, unless it only repeats ImagerPixelSpacing; that, and
// ImagePlanePixelSpacing, hold at the detector. Without a spacing the aspect ratio is kept and the
// calibration is None. Origins only when every frame has one and an orientation holds for all.
Geometry geometryOf(DicomFile& dicom);

// Milliseconds since the first frame, from FrameTimeVector or FrameTime; else empty.
std::vector<double> timesOf(DicomFile& dicom);

} // namespace limn
