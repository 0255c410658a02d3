// A frame of a DICOM segmentation: a segment's pixels in a slice.
#pragma once

namespace limn {

struct SegmentFrame {
    int segment = 0; // from 0
    int slice = 0; // from 0
};

} // namespace limn
