// The frames of a segmentation and their bytes.
#pragma once

#include "io/import/seg_request.h"

namespace limn {

struct SegFrame {
    std::size_t segment = 0; // from 0
    int slice = 0;
};

// Where a segment has a pixel (fractional: a value above 0); of one without any an empty frame of
// slice 0, so that every segment has a frame. Segment by segment.
std::vector<SegFrame> segFrames(const SegRequest& request, Mask mask);

// Binary: one bit a pixel, the lowest first, frame after frame without a gap between them (PS3.5,
// 8.1.1: DCMTK 3.6.7 pads and shifts wrongly here). Fractional: a byte a pixel. Even length.
std::vector<std::uint8_t> segPixels(const SegRequest& request, Mask mask,
                                    const std::vector<SegFrame>& frames);

} // namespace limn
