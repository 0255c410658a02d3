#include "app/release/image_release.h"

#include "app/image_list.h"
#include "app/mask_export.h"
#include "app/release/image_copies.h"
#include "app/release/fingerprint.h"

#include <QDateTime>

#include <algorithm>
#include <set>

namespace limn {
namespace {

namespace fs = std::filesystem;

// Files that go again unless the whole image succeeds.
class AddedFiles {
public:
    AddedFiles() = default;
    AddedFiles(const AddedFiles&) = delete;
    AddedFiles& operator=(const AddedFiles&) = delete;
    ~AddedFiles()
    {
        std::error_code ignored;
        for (const auto& file : m_files)
            fs::remove(file, ignored);
    }
    void add(const fs::path& file) { m_files.push_back(file); }
    void keep() { m_files.clear(); }

private:
    std::vector<fs::path> m_files;
};

Result<StudyState> stateOf(const PlannedImage& image, const Volume& volume, ImageStore& store)
{
    auto kept = store.read({image.row.key.path, volume.source.contentHash, volume.size,
                            volume.sliceCount()});
    if (!kept)
        return std::unexpected(kept.error());
    if (!kept->state)
        return fail(ErrorCode::ImageChanged, image.path.filename().string(),
                    "the picture is not the one that the work was done on");
    return std::move(*kept->state);
}

bool isWholeImage(const fs::path& root, const ReleasedImage& image)
{
    return std::ranges::all_of(image.files,
                               [&root](const ReleaseFile& file) { return isWhole(root, file); });
}

// The time of the last work, so that the same work gives the same bytes.
std::string contentTimeOf(const KeptRow& row)
{
    return QDateTime::fromMSecsSinceEpoch(row.updatedMs, Qt::UTC)
        .toString(QStringLiteral("yyyyMMddHHmmss"))
        .toStdString();
}

void countLabels(const MaskExport& masks, ReleasedImage& released)
{
    std::array<std::uint64_t, 256> pixels{};
    for (const Label label : masks.labels.values)
        ++pixels[label];
    for (const LabelRow& row : masks.table.rows)
        released.labels.push_back({row.name, pixels[row.label]});
    std::set<std::string> models;
    for (const RunFacts& run : masks.provenance.runs)
        if (!run.modelName.empty())
            models.insert(run.modelName + " " + run.modelSha256);
    released.models.assign(models.begin(), models.end());
}

class Writer {
public:
    Writer(const PlannedImage& image, const ReleasePlace& place, const std::stop_token& stop)
        : m_image(image)
        , m_place(place)
        , m_stop(stop)
        , m_root(place.order.folder)
    {
    }
    Result<ReleasedImage> write(const Volume& volume, StudyState state, std::string fingerprint);

private:
    Result<void> writeCopies(MaskExport& masks);
    Result<void> writeFormat(const MaskExport& masks, MaskFormat format);
    Result<void> record(const fs::path& file, const std::string& kind);

    const PlannedImage& m_image;
    const ReleasePlace& m_place;
    const std::stop_token& m_stop;
    fs::path m_root;
    ReleasedImage m_released;
    AddedFiles m_added;
};

Result<void> Writer::record(const fs::path& file, const std::string& kind)
{
    m_added.add(file);
    auto entry = releaseFileOf(m_root, file, kind);
    if (!entry)
        return std::unexpected(entry.error());
    m_released.files.push_back(std::move(*entry));
    return {};
}

Result<void> Writer::writeCopies(MaskExport& masks)
{
    const auto copies = copyImage(m_image, m_place, masks.source, m_stop);
    if (!copies)
        return std::unexpected(copies.error());
    m_released.warnings = copies->warnings;
    for (const auto& file : copies->files)
        if (const auto recorded = record(file, "image"); !recorded)
            return recorded;
    // From here on the copies are the source: nothing of the original reaches a mask.
    masks.source = copies->source;
    return {};
}

Result<void> Writer::writeFormat(const MaskExport& masks, MaskFormat format)
{
    const std::span one(&format, 1);
    const fs::path folder = m_root / masksFolder;
    const auto leaveOut = [this, format]() -> Result<void> {
        m_released.leftOut.emplace_back(nameOf(format));
        return {};
    };
    if (!checkFormats(masks.source, masks.geometry, one)
        || plannedFiles(masks, folder, one).empty())
        return leaveOut();
    const auto written =
        writeMasks(masks, folder, one, IfExists::Replace, m_stop, &m_place.client);
    if (!written && written.error().code == ErrorCode::ChannelsMismatch)
        return leaveOut(); // a data set of nnU-Net is grey or in colour
    if (!written)
        return std::unexpected(written.error());
    for (const auto& file : *written)
        if (const auto recorded = record(file, std::string(nameOf(format))); !recorded)
            return recorded;
    return {};
}

Result<ReleasedImage> Writer::write(const Volume& volume, StudyState state, std::string fingerprint)
{
    m_released.name = m_image.name;
    m_released.patient = m_image.pseudonym;
    m_released.part = m_image.part;
    m_released.fingerprint = std::move(fingerprint);
    m_released.isAccepted = state.status == ImageStatus::Accepted;
    m_released.slices = volume.sliceCount();
    MaskExport masks = maskExportOf(m_image.name, volume, std::move(state), {});
    masks.datasets = m_place.order.datasets;
    masks.uidSeed = m_released.fingerprint;
    masks.contentTime = contentTimeOf(m_image.row);
    countLabels(masks, m_released);
    if (m_place.order.hasCopies || m_place.order.isDeidentified)
        if (const auto copied = writeCopies(masks); !copied)
            return std::unexpected(copied.error());
    for (const MaskFormat format : m_place.order.formats)
        if (const auto written = writeFormat(masks, format); !written)
            return std::unexpected(written.error());
    m_added.keep();
    return std::move(m_released);
}

} // namespace

Result<ReleasedImage> releaseImage(const PlannedImage& image, const ReleasePlace& place,
                                   const std::stop_token& stop, bool& wasThere)
{
    wasThere = false;
    const auto volume = place.client.open(image.files(), stop);
    if (!volume)
        return std::unexpected(volume.error());
    auto state = stateOf(image, **volume, place.store);
    if (!state)
        return std::unexpected(state.error());
    std::string fingerprint = fingerprintOf(image, place, **volume, *state);
    if (image.earlier && image.earlier->fingerprint == fingerprint
        && isWholeImage(place.order.folder, *image.earlier)) {
        wasThere = true;
        ReleasedImage same = *image.earlier;
        same.part = image.part;
        return same;
    }
    auto released =
        Writer(image, place, stop).write(**volume, std::move(*state), std::move(fingerprint));
    if (released && image.earlier)
        removeStale(place.order.folder, *image.earlier, &*released);
    return released;
}

void removeStale(const fs::path& root, const ReleasedImage& old, const ReleasedImage* now)
{
    for (const ReleaseFile& file : old.files) {
        const bool isStill =
            now != nullptr && std::ranges::find(now->files, file.path, &ReleaseFile::path) != now->files.end();
        std::error_code ignored;
        // The name is a file's of ours only while it has the hash that we wrote.
        if (!isStill && isWhole(root, file))
            fs::remove(root / file.path, ignored);
    }
}

} // namespace limn
