#include "io/import/nrrd_reader.h"

#include "io/import/nifti_data.h"
#include "io/import/voxel_picture.h"

namespace limn {
namespace {

Result<Picture> read(const ReadRequest& request)
{
    const auto header = nrrdHeaderOf(request.path);
    if (!header)
        return std::unexpected(header.error());
    if (header->layers > 1)
        return fail(ErrorCode::UnsupportedFormat, {},
                    "NRRD with " + std::to_string(header->layers)
                        + " values a voxel (one, or a colour, is read)");
    // A volume's first slice often shows nothing yet.
    const int frame =
        request.wanted == Wanted::Thumbnail ? header->voxels.slices() / 2 : request.frame;
    if (frame < 0 || frame >= header->voxels.frames())
        return fail(ErrorCode::BadArgument, {},
                    "frame " + std::to_string(frame + 1) + " of "
                        + std::to_string(header->voxels.frames()));
    const auto bytes = nrrdFrame(request.path, *header, frame);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto picture = voxelPicture(*bytes, header->voxels, request, "NRRD");
    if (picture && !header->voxels.hasPlace)
        picture->facts.geometry.sliceOriginsMm.clear(); // unlike NIfTI, it has no default place
    return picture;
}

} // namespace

Result<NrrdHeader> nrrdHeaderOf(const std::filesystem::path& path)
{
    const auto head = readBytes(path, nrrdHeaderBytes);
    if (!head)
        return std::unexpected(head.error());
    return parseNrrdHeader(*head);
}

Result<std::vector<std::byte>> nrrdFrame(const std::filesystem::path& path,
                                         const NrrdHeader& header, int frame)
{
    const bool isPacked = header.packing != Packing::None;
    const std::uint64_t offset = isPacked ? header.skip : header.dataBegin + header.skip;
    return niftiFrame({.file = header.dataFile.empty() ? path : path.parent_path() / header.dataFile,
                       .offset = offset,
                       .frameBytes = header.frameBytes(),
                       .frames = header.voxels.frames(),
                       .packing = header.packing,
                       .packedFrom = isPacked ? header.dataBegin : 0},
                      frame);
}

Result<Picture> readNrrd(const ReadRequest& request)
{
    auto picture = read(request);
    if (!picture)
        return fail(picture.error().code, displayName(request.path), picture.error().detail);
    return picture;
}

} // namespace limn
