#include "app/release/image_copies.h"

#include "model/files/durable_file.h"
#include "model/files/sha256.h"

#include <QFile>

#include <algorithm>
#include <cctype>

namespace limn {
namespace {

namespace fs = std::filesystem;

class Copier {
public:
    Copier(const PlannedImage& image, const ReleasePlace& place, const SourceRef& source,
           const std::stop_token& stop)
        : m_image(image)
        , m_place(place)
        , m_stop(stop)
        , m_folder(place.order.folder / imagesFolder)
    {
        m_copies.source = source;
        m_copies.source.files.clear();
    }
    Copier(const Copier&) = delete;
    Copier& operator=(const Copier&) = delete;
    ~Copier()
    {
        std::error_code ignored;
        for (const auto& file : m_isDone ? std::vector<fs::path>() : m_copies.files)
            fs::remove(file, ignored);
    }
    Result<ImageCopies> run(const std::vector<fs::path>& files);

private:
    Result<void> copyClean(const fs::path& file, const std::string& name);
    Result<void> copyAsItIs(const fs::path& file, const std::string& name);
    Result<void> write(const std::string& name, std::span<const std::byte> bytes, bool isSource);
    Result<void> note(const CleanCopy& copy);
    void warn(const char* warning);

    const PlannedImage& m_image;
    const ReleasePlace& m_place;
    const std::stop_token& m_stop;
    fs::path m_folder;
    std::string m_hashes;
    ImageCopies m_copies;
    bool m_isDone = false;
};

void Copier::warn(const char* warning)
{
    if (std::ranges::find(m_copies.warnings, warning) == m_copies.warnings.end())
        m_copies.warnings.emplace_back(warning);
}

Result<void> Copier::write(const std::string& name, std::span<const std::byte> bytes, bool isSource)
{
    const fs::path path = m_folder / name;
    if (const auto written = writeDurably(path, bytes, IfExists::Replace); !written)
        return written;
    m_copies.files.push_back(path);
    if (isSource) {
        m_copies.source.files.push_back(path);
        m_hashes += sha256(bytes);
    }
    return {};
}

Result<void> Copier::note(const CleanCopy& copy)
{
    if (copy.burnedIn == BurnedIn::Yes && m_place.order.leavesOutBurnedIn)
        return fail(ErrorCode::BadData, m_image.path.filename().string(),
                    "it says that words are burned into the picture (BurnedInAnnotation)");
    if (copy.burnedIn == BurnedIn::Yes)
        warn("burned-in-yes");
    if (copy.burnedIn == BurnedIn::Unknown)
        warn("burned-in-unknown");
    if (copy.hasOverlayInPixels)
        warn("overlay-in-pixels");
    if (m_copies.source.files.empty()) {
        m_copies.source.studyUid = copy.studyUid;
        m_copies.source.seriesUid = copy.seriesUid;
        m_copies.source.instanceUid = copy.instanceUid;
    }
    return {};
}

Result<void> Copier::copyClean(const fs::path& file, const std::string& name)
{
    const CopyOrder order{m_place.key.derived("uids"), m_image.pseudonym, m_place.order.dates,
                          m_place.key.shiftDaysOf(m_image.patient), LIMN_VERSION};
    bool hasMore = true;
    for (const CopyPart part : {CopyPart::Whole, CopyPart::DataFile}) {
        if (!hasMore)
            break;
        const auto copy = cleanCopyOf(m_place.client, file, part, order, m_stop);
        if (!copy)
            return std::unexpected(copy.error());
        if (const auto noted = note(*copy); !noted)
            return noted;
        const bool isFirst = part == CopyPart::Whole;
        if (const auto written = write(name + '.' + copy->ending, copy->bytes, isFirst); !written)
            return written;
        hasMore = copy->hasDataFile;
    }
    return {};
}

// ".nii.gz" whole; in small letters, of letters and digits alone.
std::string endingOf(const fs::path& file)
{
    std::string ending = file.extension().string();
    if (ending == ".gz")
        ending = file.stem().extension().string() + ending;
    std::string safe;
    for (const char letter : ending)
        if (std::isalnum(static_cast<unsigned char>(letter)) || letter == '.')
            safe += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return safe.size() > 8 ? std::string() : safe;
}

Result<void> Copier::copyAsItIs(const fs::path& file, const std::string& name)
{
    std::vector<std::pair<fs::path, std::string>> pairs{{file, name + endingOf(file)}};
    // The data file of a NIfTI pair, by its header's name.
    for (const char* const ending : {".img", ".img.gz"})
        if (const fs::path data = fs::path(file).replace_extension(ending);
            endingOf(file) == ".hdr" && fs::exists(data))
            pairs.emplace_back(data, name + ending);
    for (const auto& [from, to] : pairs) {
        QFile source(QString::fromStdString(from.string()));
        if (!source.open(QIODevice::ReadOnly))
            return fail(ErrorCode::NotReadable, from.filename().string(),
                        source.errorString().toStdString());
        const QByteArray bytes = source.readAll();
        if (bytes.size() != source.size())
            return fail(ErrorCode::NotReadable, from.filename().string(), "it ends early");
        const std::span all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        if (const auto written = write(to, std::as_bytes(all), from == file); !written)
            return written;
    }
    return {};
}

Result<ImageCopies> Copier::run(const std::vector<fs::path>& files)
{
    const bool isClean = m_place.order.isDeidentified;
    for (std::size_t k = 0; k < files.size(); ++k) {
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled, {});
        std::string name = m_image.name;
        if (files.size() > 1) {
            const std::string number = std::to_string(k + 1);
            name += '_';
            name.append(number.size() < 4 ? 4 - number.size() : 0, '0').append(number);
        }
        const auto copied = isClean ? copyClean(files[k], name) : copyAsItIs(files[k], name);
        if (!copied)
            return std::unexpected(copied.error());
    }
    m_copies.source.contentHash =
        files.size() == 1 ? m_hashes : sha256(std::as_bytes(std::span(m_hashes)));
    m_isDone = true;
    return std::move(m_copies);
}

} // namespace

Result<ImageCopies> copyImage(const PlannedImage& image, const ReleasePlace& place,
                              const SourceRef& source, const std::stop_token& stop)
{
    return Copier(image, place, source, stop).run(source.files);
}

} // namespace limn
