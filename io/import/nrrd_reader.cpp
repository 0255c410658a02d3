#include "io/import/nrrd_reader.h"

#include "io/import/nrrd_header.h"
#include "io/import/voxel_picture.h"

namespace limn {
namespace {

namespace fs = std::filesystem;

Result<NiftiPlace> placeOf(const NrrdHeader& header, const fs::path& path)
{
    NiftiPlace place;
    place.file = header.dataFile.empty() ? path : path.parent_path() / header.dataFile;
    place.packing = header.packing;
    const std::uint64_t begin = header.dataFile.empty() ? header.end : 0;
    const NiftiHeader& voxels = header.voxels;
    // Values that stand together are read together.
    const auto together = header.isInterleaved ? static_cast<std::uint64_t>(voxels.dims[3]) : 1;
    place.frameBytes = voxels.frameBytes() * together;
    place.frames = static_cast<int>(static_cast<std::uint64_t>(voxels.frames()) / together);
    if (header.packing != Packing::None) {
        place.packedFrom = begin;
        place.offset = static_cast<std::uint64_t>(header.byteSkip);
        return place;
    }
    if (header.byteSkip >= 0) {
        place.offset = begin + static_cast<std::uint64_t>(header.byteSkip);
        return place;
    }
    const auto size = fileSize(place.file);
    if (!size)
        return std::unexpected(size.error());
    const std::uint64_t all = place.frameBytes * static_cast<std::uint64_t>(place.frames);
    if (*size < begin + all)
        return fail(ErrorCode::Truncated, {}, "it ends before its data does");
    place.offset = *size - all;
    return place;
}

// Every n-th value, from the one of this volume on.
std::vector<std::byte> ofVolume(Bytes together, std::size_t valueBytes, std::size_t volumes,
                                std::size_t volume)
{
    std::vector<std::byte> own;
    own.reserve(together.size() / volumes);
    for (std::size_t at = volume * valueBytes; at < together.size(); at += volumes * valueBytes)
        own.insert(own.end(), together.begin() + static_cast<std::ptrdiff_t>(at),
                   together.begin() + static_cast<std::ptrdiff_t>(at + valueBytes));
    return own;
}

Result<std::vector<std::byte>> frameOf(const NrrdHeader& header, const fs::path& path, int frame)
{
    const auto place = placeOf(header, path);
    if (!place)
        return std::unexpected(place.error());
    if (!header.isInterleaved)
        return niftiFrame(*place, frame);
    const int slices = header.voxels.slices();
    const auto together = niftiFrame(*place, frame % slices);
    if (!together)
        return together;
    return ofVolume(*together, static_cast<std::size_t>(header.voxels.valueBytes),
                    static_cast<std::size_t>(header.voxels.dims[3]),
                    static_cast<std::size_t>(frame / slices));
}

Result<Picture> read(const ReadRequest& request)
{
    const auto head = readBytes(request.path, nrrdHeaderBytes);
    if (!head)
        return std::unexpected(head.error());
    const auto header = parseNrrdHeader(*head);
    if (!header)
        return std::unexpected(header.error());
    const NiftiHeader& voxels = header->voxels;
    // A volume's first slice often shows nothing yet.
    const int frame = request.wanted == Wanted::Thumbnail ? voxels.slices() / 2 : request.frame;
    if (frame < 0 || frame >= voxels.frames())
        return fail(ErrorCode::BadArgument, {},
                    "frame " + std::to_string(frame + 1) + " of " + std::to_string(voxels.frames()));
    const auto bytes = frameOf(*header, request.path, frame);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto picture = pictureOfVoxels(*bytes, voxels, request, "NRRD");
    if (picture && !voxels.hasPlace)
        picture->facts.geometry.sliceOriginsMm.clear();
    return picture;
}

} // namespace

bool looksLikeNrrd(Bytes head)
{
    return looksLikeNrrdHeader(head);
}

Result<Picture> readNrrd(const ReadRequest& request)
{
    auto picture = read(request);
    if (!picture)
        return fail(picture.error().code, displayName(request.path), picture.error().detail);
    return picture;
}

} // namespace limn
