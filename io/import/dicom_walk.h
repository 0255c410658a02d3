// A walk over the element headers of a data set: is everything inside the file, and not nested too
// deep?
#pragma once

#include "io/import/byte_source.h"
#include "io/import/bytes.h"

#include <filesystem>

namespace limn {

struct DataSetStart {
    std::uint64_t offset = 0; // of the first element in the file
    Endian endian = Endian::Little;
    bool isExplicit = true;
    bool isDeflated = false;
};

// Nothing is decoded and nothing kept. Where the walk meets what it does not understand it ends
// without a verdict, since DCMTK judges after it. Errors, without a subject: Truncated, Damaged,
// TooLarge.
// `missing`, if not null, becomes how many bytes are missing where the file ends inside uncompressed
// pixel data; else it stays.
// `file` is the one at `path`.
Result<void> walkDataSet(const std::filesystem::path& path, PlainFile& file,
                         const DataSetStart& start, std::uint64_t* missing = nullptr);

} // namespace limn
