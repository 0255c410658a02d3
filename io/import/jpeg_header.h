// The header of a JPEG or JPEG-LS stream, and whether the stream is whole; no decoding.
#pragma once

#include "io/import/bytes.h"

namespace limn {

struct JpegHeader {
    int width = 0;
    int height = 0;
    int components = 0;
    int bits = 0; // precision of a sample
    int frameMarker = 0; // 0xc0 baseline, 0xc1 extended, 0xc3 lossless, 0xf7 JPEG-LS, ...
    std::size_t end = 0; // one past the end-of-image marker; 0 when there is none
};

// Errors have no subject: NotAnImage (no start marker), Damaged (no frame header), Truncated (no
// end).
Result<JpegHeader> jpegHeader(Bytes stream);

// As far as the frame header; Damaged when it is not within `stream`.
Result<JpegHeader> jpegFrameHeader(Bytes stream);

} // namespace limn
