// A picture as training data keeps it: in the smallest type that holds its values exactly.
#pragma once

#include "model/data/error.h"
#include "model/data/volume.h"
#include "model/files/safetensors.h"

namespace limn {

struct PackedPicture {
    Size size;
    int channels = 1;
    TensorType type = TensorType::U8; // U8, U16 or F32
    std::vector<std::byte> bytes; // row by row, channels interleaved
};

// Error: BadData for a value that is not finite.
Result<PackedPicture> packedPicture(const Slice& slice);

// The same values in a larger type (or the same one).
void widen(PackedPicture& picture, TensorType type);

} // namespace limn
