// NumPy's array files: .npy, and .npz, which is a zip of them.
#pragma once

#include "io/masks/output_file.h"

#include <string_view>

namespace limn {

// The bytes before the values of a .npy file (version 1.0) in C order. type: "<f4", "<f2".
std::vector<std::byte> npyHeader(std::string_view type, const std::vector<std::size_t>& shape);

// IEEE half precision, rounded to the nearest (ties to even).
std::uint16_t halfOf(float value);

struct ZipEntry {
    std::string name;
    FilePieces pieces;
};

// An uncompressed zip of the entries, whose pieces it takes over. Error: TooLarge (4 GB and more).
Result<FilePieces> storedZip(std::vector<ZipEntry> entries);

} // namespace limn
