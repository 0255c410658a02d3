#include "io/masks/write_masks.h"

#include "io/masks/array_writers.h"
#include "io/masks/coco_writer.h"
#include "io/masks/nnunet_writer.h"
#include "io/masks/picture_writers.h"
#include "io/masks/provenance_writer.h"
#include "io/masks/segmentation_writer.h"
#include "io/masks/volume_writers.h"
#include "io/masks/voxel_grid.h"
#include "io/masks/yolo_writer.h"

#include <algorithm>
#include <array>
#include <new>

namespace limn {
namespace {

struct FormatRow {
    MaskFormat format;
    std::string_view name;
    MaskWriter writer;
};
constexpr std::array formatRows{
    FormatRow{MaskFormat::Mask, "mask", maskPictures},
    FormatRow{MaskFormat::Labels, "labels", labelPictures},
    FormatRow{MaskFormat::Prob, "prob", probabilityPictures},
    FormatRow{MaskFormat::Npy, "npy", probabilityArrays},
    FormatRow{MaskFormat::Steps, "steps", stepArchives},
    FormatRow{MaskFormat::Seg, "seg", binarySegmentation},
    FormatRow{MaskFormat::SegFrac, "segfrac", fractionalSegmentation},
    FormatRow{MaskFormat::Nifti, "nifti", niftiMask},
    FormatRow{MaskFormat::Nrrd, "nrrd", nrrdMask},
    FormatRow{MaskFormat::Coco, "coco", cocoPart},
    FormatRow{MaskFormat::Yolo, "yolo", yoloLabels},
    FormatRow{MaskFormat::Nnunet, "nnunet", nnunetCase},
    FormatRow{MaskFormat::Spread, "spread", spreadPictures},
    FormatRow{MaskFormat::Who, "who", whoPictures},
    FormatRow{MaskFormat::Prov, "prov", provenanceFile},
};

const FormatRow& rowOf(MaskFormat format)
{
    return *std::ranges::find(formatRows, format, &FormatRow::format);
}

template <typename T> bool isNoneOrOneASlice(const std::vector<T>& items, const MaskExport& masks)
{
    return items.empty() || items.size() == static_cast<std::size_t>(masks.labels.sliceCount);
}

bool isGood(const ProbabilityMap& map)
{
    return map.values.size() == map.size.area() * static_cast<std::size_t>(map.classes)
        && (map.isEmpty() || (map.size.area() > 0 && map.classes > 0));
}

const char* faultOf(const MaskExport& masks)
{
    const LabelMap& labels = masks.labels;
    if (labels.size.width < 1 || labels.size.height < 1 || labels.sliceCount < 1
        || labels.values.size() != labels.size.area() * static_cast<std::size_t>(labels.sliceCount))
        return "the labels do not fit their size";
    if (!masks.human.values.empty() && masks.human.values.size() != labels.values.size())
        return "the human layer does not fit the labels";
    if (!isNoneOrOneASlice(masks.posteriors, masks) || !isNoneOrOneASlice(masks.steps, masks))
        return "not one map a slice";
    if (!std::ranges::all_of(masks.posteriors, isGood))
        return "a probability map does not fit its size";
    return nullptr;
}

// Removes what was written unless the whole succeeded.
class WrittenFiles {
public:
    WrittenFiles() = default;
    WrittenFiles(const WrittenFiles&) = delete;
    WrittenFiles& operator=(const WrittenFiles&) = delete;
    ~WrittenFiles()
    {
        std::error_code ignored;
        for (const auto& path : m_added)
            std::filesystem::remove(path, ignored);
        for (const auto& folder : m_folders)
            std::filesystem::remove(folder, ignored); // stays where something is in it
    }

    void addFolder(const std::filesystem::path& folder)
    {
        std::error_code error; // what fails here, the writer tells
        if (std::filesystem::create_directory(folder, error))
            m_folders.push_back(folder);
    }

    void add(const std::filesystem::path& path, bool wasThere)
    {
        m_all.push_back(path);
        if (!wasThere)
            m_added.push_back(path);
    }
    std::vector<std::filesystem::path> keep()
    {
        m_added.clear();
        m_folders.clear();
        return std::move(m_all);
    }

private:
    std::vector<std::filesystem::path> m_all;
    std::vector<std::filesystem::path> m_added;
    std::vector<std::filesystem::path> m_folders;
};

bool isThere(const std::filesystem::path& path)
{
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

// `picture.nii.gz` beside itself would be its own mask.
bool isThePicture(const std::filesystem::path& path, const SourceRef& source)
{
    std::error_code ignored;
    return std::ranges::any_of(source.files, [&](const auto& file) {
        return std::filesystem::equivalent(file, path, ignored);
    });
}

bool isOfVolumes(MaskFormat format)
{
    return format == MaskFormat::Nifti || format == MaskFormat::Nrrd
        || format == MaskFormat::Nnunet;
}

Result<void> writeOne(const OutputFile& file, const std::filesystem::path& path, IfExists ifExists,
                      const Making& making)
{
    const auto content = file.content ? file.content() : file.made(making);
    if (!content)
        return std::unexpected(content.error());
    std::vector<std::span<const std::byte>> pieces(content->begin(), content->end());
    return writeDurably(path, pieces, ifExists);
}

Result<std::vector<OutputFile>> filesOf(const MaskExport& masks,
                                        std::span<const MaskFormat> formats)
{
    if (const char* const fault = faultOf(masks))
        return fail(ErrorCode::BadArgument, masks.stem, fault);
    if (const auto fitting = checkFormats(masks.source, masks.geometry, formats); !fitting)
        return std::unexpected(fitting.error());
    std::vector<OutputFile> files;
    for (const MaskFormat format : formats) {
        auto more = rowOf(format).writer(masks);
        if (more.empty())
            return fail(ErrorCode::BadArgument, masks.stem,
                        "nothing to write as " + std::string(nameOf(format))
                            + ": the model did not run, or not with several chains");
        std::ranges::move(more, std::back_inserter(files));
    }
    return files;
}

} // namespace

std::string_view nameOf(MaskFormat format)
{
    return rowOf(format).name;
}

std::optional<MaskFormat> maskFormatNamed(std::string_view name)
{
    const auto row = std::ranges::find(formatRows, name, &FormatRow::name);
    return row == formatRows.end() ? std::nullopt : std::optional(row->format);
}

std::vector<MaskFormat> allMaskFormats()
{
    std::vector<MaskFormat> formats;
    for (const FormatRow& row : formatRows)
        formats.push_back(row.format);
    return formats;
}

Result<void> checkFormats(const SourceRef& source, const Geometry& geometry,
                          std::span<const MaskFormat> formats)
{
    const std::string name =
        source.files.empty() ? std::string() : source.files.front().filename().string();
    for (const MaskFormat format : formats) {
        if ((format == MaskFormat::Seg || format == MaskFormat::SegFrac)
            && source.format != "DICOM")
            return fail(ErrorCode::NotDicom, name, "a DICOM segmentation refers to DICOM images");
        if (!isOfVolumes(format))
            continue;
        const auto slices = static_cast<int>(geometry.sliceOriginsMm.size());
        const auto grid = voxelGridOf({}, slices, geometry, source.order, name);
        if (!grid)
            return std::unexpected(grid.error());
        if (grid->volumes > 1 && format != MaskFormat::Nifti)
            return fail(ErrorCode::SlicesUneven, name,
                        std::to_string(grid->volumes) + " volumes, one after the other");
    }
    return {};
}

std::vector<std::filesystem::path> plannedFiles(const MaskExport& masks,
                                                const std::filesystem::path& folder,
                                                std::span<const MaskFormat> formats)
{
    std::vector<std::filesystem::path> paths;
    for (const MaskFormat format : formats)
        for (const OutputFile& file : rowOf(format).writer(masks))
            paths.push_back(folder / file.name);
    return paths;
}

Result<std::vector<std::filesystem::path>> writeMasks(const MaskExport& masks,
                                                      const std::filesystem::path& folder,
                                                      std::span<const MaskFormat> formats,
                                                      IfExists ifExists, std::stop_token stop,
                                                      ImportClient* client)
{
    const auto files = filesOf(masks, formats);
    if (!files)
        return std::unexpected(files.error());
    if (ifExists == IfExists::Refuse)
        for (const OutputFile& file : *files)
            if (isThere(folder / file.name))
                return fail(ErrorCode::Exists, file.name);
    for (const OutputFile& file : *files)
        if (isThere(folder / file.name) && isThePicture(folder / file.name, masks.source))
            return fail(ErrorCode::Exists, file.name, "it is the picture itself");
    const Making making{folder, client, stop};
    WrittenFiles written;
    try {
        for (const OutputFile& file : *files) {
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled, masks.stem);
            const auto path = folder / file.name;
            const bool wasThere = isThere(path);
            if (path.parent_path() != folder)
                written.addFolder(path.parent_path());
            if (const auto done = writeOne(file, path, ifExists, making); !done)
                return std::unexpected(done.error());
            written.add(path, wasThere);
        }
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, masks.stem);
    }
    return written.keep();
}

} // namespace limn
