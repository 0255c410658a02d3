// JPEG 2000 codestreams by OpenJPEG; DCMTK 3.6.7 has no decoder for them.
#pragma once

#include "io/import/bytes.h"
#include "model/data/error.h"
#include "model/data/size.h"

#include <cstdint>
#include <vector>

namespace limn {

struct Jpeg2000Picture {
    int bits = 8; // of a sample, as the codestream says
    bool isSigned = false;
    bool isColourTransformed = false; // RCT or ICT, undone: the samples are red, green, blue
    std::vector<std::int32_t> samples; // row by row, components interleaved
};

// A raw codestream or one in JP2 boxes. Errors, without a subject: Damaged (broken, another size
// or number of components than `size` and `components`, asked before any pixel is decoded),
// UnsupportedFormat (components of several sizes or depths).
Result<Jpeg2000Picture> readJpeg2000(Bytes bytes, Size size, int components);

} // namespace limn
