// The voxels of a NIfTI or NRRD file, compressed or not, a slice at a time.
#pragma once

#include "io/import/bytes.h"

#include <filesystem>

namespace limn {

// The first bytes of a file after its decompression, if it is compressed; fewer where it ends.
// Errors: NotFound, NotReadable, Damaged (the compression).
Result<std::vector<std::byte>> unpackedHead(const std::filesystem::path& path, std::size_t most);

enum class Packing { AsFound, None, Gzip, Bzip2 }; // AsFound: by the file's first bytes

struct NiftiPlace {
    std::filesystem::path file;
    std::uint64_t offset = 0; // of the first frame, where it is packed in what is unpacked
    std::uint64_t frameBytes = 0;
    int frames = 1;
    Packing packing = Packing::AsFound;
    std::uint64_t packedFrom = 0; // where the compressed stream begins in the file

    bool operator==(const NiftiPlace&) const = default;
};

// A whole compressed file of up to 256 MB is unpacked once, its checksum looked at, and kept until
// another one is read; of a larger one what lies between the last frame and this one is unpacked. Errors:
// those above, Truncated (the file does not hold every frame), TooLarge (over 1 GB unpacked).
Result<std::vector<std::byte>> niftiFrame(const NiftiPlace& place, int frame);

} // namespace limn
