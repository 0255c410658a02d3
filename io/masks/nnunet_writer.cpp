#include "io/masks/nnunet_writer.h"

#include "io/import_client.h"
#include "io/masks/file_names.h"
#include "io/masks/nifti_file.h"
#include "io/masks/nnunet_description.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace limn {
namespace {

namespace fs = std::filesystem;

Result<VoxelGrid> gridOf(const MaskExport& masks)
{
    auto grid = voxelGridOf(masks.labels.size, masks.labels.sliceCount, masks.geometry,
                            masks.source.order, masks.stem);
    if (grid && grid->volumes > 1)
        return fail(ErrorCode::SlicesUneven, masks.stem,
                    std::to_string(grid->volumes) + " volumes, and a case is one");
    return grid;
}

Result<FilePieces> labels(const MaskExport& masks, const Making& making)
{
    const auto grid = gridOf(masks);
    if (!grid)
        return std::unexpected(grid.error());
    const auto numbers = nnunetNumbers(masks, making);
    if (!numbers)
        return std::unexpected(numbers.error());
    FilePieces voxels;
    for (int slice = 0; slice < masks.labels.sliceCount; ++slice) {
        auto turned = inFileOrder(masks.labels.slice(slice), *grid);
        for (Label& label : turned)
            label = (*numbers)[label];
        const auto bytes = std::as_bytes(std::span(turned));
        voxels.emplace_back(bytes.begin(), bytes.end());
    }
    return niftiFile(*grid, VoxelType::UInt8, std::move(voxels));
}

bool fitsInt16(float value)
{
    return value == std::rint(value) && value >= std::numeric_limits<std::int16_t>::min()
        && value <= std::numeric_limits<std::int16_t>::max();
}

template <typename Value> std::vector<std::byte> bytesOf(const std::vector<float>& values)
{
    std::vector<Value> own(values.begin(), values.end());
    const auto bytes = std::as_bytes(std::span(own));
    return {bytes.begin(), bytes.end()};
}

// As floats again, where a later slice has values that are no whole numbers.
void widen(FilePieces& voxels)
{
    for (auto& piece : voxels) {
        std::vector<float> values(piece.size() / sizeof(std::int16_t));
        for (std::size_t i = 0; i < values.size(); ++i) {
            std::int16_t value = 0;
            std::copy_n(piece.begin() + static_cast<std::ptrdiff_t>(i * sizeof value), sizeof value,
                        reinterpret_cast<std::byte*>(&value));
            values[i] = value;
        }
        piece = bytesOf<float>(values);
    }
}

// Of one channel, slice by slice in the grid's order; as small numbers as they allow.
Result<std::pair<VoxelType, FilePieces>> imageVoxels(const MaskExport& masks, const VoxelGrid& grid,
                                                     int channel, const Making& making)
{
    VoxelType type = VoxelType::Int16;
    FilePieces voxels;
    const auto channels = static_cast<std::size_t>(masks.channels);
    for (int slice = 0; slice < masks.labels.sliceCount; ++slice) {
        const SliceSource place = masks.source.at(slice);
        const auto read = making.client->readSlice(place.file, place.frame, making.stop);
        if (!read)
            return std::unexpected(read.error());
        const Slice& picture = **read;
        if (picture.size != masks.labels.size || picture.channels != masks.channels)
            return fail(ErrorCode::ImageChanged, place.file.filename().string(), "another size");
        std::vector<float> values(picture.size.area());
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = picture.values[i * channels + static_cast<std::size_t>(channel)];
        values = inFileOrder(std::span<const float>(values), grid);
        if (type == VoxelType::Int16 && !std::ranges::all_of(values, fitsInt16)) {
            type = VoxelType::Float32;
            widen(voxels);
        }
        voxels.push_back(type == VoxelType::Int16 ? bytesOf<std::int16_t>(values)
                                                  : bytesOf<float>(values));
    }
    return std::pair{type, std::move(voxels)};
}

Result<FilePieces> image(const MaskExport& masks, int channel, const Making& making)
{
    const auto grid = gridOf(masks);
    if (!grid)
        return std::unexpected(grid.error());
    auto voxels = imageVoxels(masks, *grid, channel, making);
    if (!voxels)
        return std::unexpected(voxels.error());
    return niftiFile(*grid, voxels->first, std::move(voxels->second));
}

std::string caseName(const fs::path& labels)
{
    const std::string name = labels.filename().string();
    constexpr std::string_view ending = ".nii.gz";
    return name.ends_with(ending) && !name.starts_with('.')
        ? name.substr(0, name.size() - ending.size())
        : std::string();
}

} // namespace

std::vector<OutputFile> nnunetCase(const MaskExport& masks)
{
    if (masks.source.files.empty())
        return {};
    const std::string stem = safeFileName(masks.stem);
    std::vector<OutputFile> files{
        {"labelsTr/" + stem + ".nii.gz", {}, [&masks](const Making& making) {
             return labels(masks, making);
         }}};
    for (int channel = 0; channel < masks.channels; ++channel)
        files.push_back({"imagesTr/" + stem + "_000" + std::to_string(channel) + ".nii.gz", {},
                         [&masks, channel](const Making& making) {
                             return image(masks, channel, making);
                         }});
    return files;
}

Result<void> countNnunetCases(const fs::path& folder)
{
    int count = 0;
    std::error_code error, ignored;
    for (fs::directory_iterator it(folder / "labelsTr", error), end; !error && it != end;
         it.increment(error))
        if (const std::string name = caseName(it->path());
            !name.empty() && fs::exists(folder / "imagesTr" / (name + "_0000.nii.gz"), ignored))
            ++count;
    return putNnunetCount(folder, count);
}

} // namespace limn
