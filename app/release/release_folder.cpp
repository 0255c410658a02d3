// The release's folder: what may be in it, what an earlier run left, and what is about all images.
#include "app/release/release.h"

#include "app/paths.h"
#include "app/release/release_text.h"
#include "io/masks/datasets.h"
#include "io/release/csv.h"
#include "model/files/durable_file.h"
#include "model/files/model_card_reader.h"

#include <QFile>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace limn {
namespace {

namespace fs = std::filesystem;

constexpr const char* manifestName = "manifest.json";
constexpr const char* tableName = "manifest.csv";
constexpr const char* splitName = "split.csv";
constexpr const char* readmeName = "README.md";
constexpr const char* cardsFolder = "models";
// A record an image that is finished; gone when the whole is.
constexpr const char* progressFolder = "unfinished";

bool isEmpty(const fs::path& folder)
{
    std::error_code error;
    return !fs::exists(folder, error) || fs::is_empty(folder, error);
}

// What writeDurably() leaves when it is killed.
void removeHalves(const fs::path& folder)
{
    std::error_code error;
    std::vector<fs::path> halves;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with(".limn-") && name.ends_with(".tmp"))
            halves.push_back(it->path());
    }
    for (const auto& half : halves)
        fs::remove(half, error);
}

Result<std::string> textOfFile(const fs::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotReadable, path.filename().string(),
                    file.errorString().toStdString());
    return file.readAll().toStdString();
}

std::string settingsOf(const ReleaseOrder& order)
{
    nlohmann::ordered_json json{
        {"version", LIMN_VERSION},
        {"images", order.images == ReleaseImages::Accepted ? "accepted" : "edited and accepted"},
        {"formats", nlohmann::ordered_json::array()},
        {"deidentified", order.isDeidentified},
        {"dates", !order.isDeidentified                  ? "as they are"
                  : order.dates == CopiedDates::Shifted ? "shifted by one number of days a patient"
                                                        : "emptied"},
        {"split", nlohmann::ordered_json::object()},
        {"seed", order.seed},
        {"licence", order.licence}};
    for (const MaskFormat format : order.formats)
        json["formats"].push_back(nameOf(format));
    for (const SplitShare& share : order.split)
        json["split"][share.name] = share.weight;
    return json.dump();
}

} // namespace

Result<void> Release::openFolder()
{
    std::error_code error;
    const fs::path& folder = m_order.folder;
    const bool isOurs = readManifest(folder / manifestName).has_value()
        || fs::is_directory(folder / progressFolder, error);
    if (!isEmpty(folder) && !isOurs)
        return fail(ErrorCode::Exists, folder.filename().string(),
                    "there are other files in it; choose a new folder, or one of an earlier release");
    return {};
}

Result<void> Release::makeFolders()
{
    for (const char* const name : {"", imagesFolder, masksFolder, progressFolder}) {
        const bool isNeeded = name != std::string_view(imagesFolder) || m_order.hasCopies
            || m_order.isDeidentified;
        std::error_code error;
        const fs::path folder = m_order.folder / name;
        if (isNeeded)
            fs::create_directories(folder, error);
        if (error)
            return fail(ErrorCode::WriteFailed, folder.filename().string(), error.message());
    }
    removeHalves(m_order.folder);
    return {};
}

// Of a finished run its manifest, of an interrupted one its records, which are newer.
void Release::readEarlier()
{
    if (auto manifest = readManifest(m_order.folder / manifestName)) {
        for (ReleasedImage& image : manifest->images)
            m_earlier[image.name] = std::move(image);
        m_earlierOthers = std::move(manifest->others);
    }
    std::error_code error;
    for (fs::directory_iterator it(m_order.folder / progressFolder, error), end;
         !error && it != end; it.increment(error))
        if (const auto text = textOfFile(it->path()))
            if (auto image = releasedImageFrom(*text))
                m_earlier[image->name] = std::move(*image);
}

Result<void> Release::keepRecord(const ReleasedImage& image)
{
    const std::string text = textOf(image);
    return writeDurably(m_order.folder / progressFolder / (image.name + ".json"),
                        std::as_bytes(std::span(text)), IfExists::Replace);
}

Result<void> Release::writeText(const std::string& name, const std::string& text,
                                const std::string& kind, std::vector<ReleaseFile>* others)
{
    const fs::path path = m_order.folder / name;
    if (const auto written =
            writeDurably(path, std::as_bytes(std::span(text)), IfExists::Replace);
        !written)
        return written;
    if (others == nullptr)
        return {};
    auto entry = releaseFileOf(m_order.folder, path, kind);
    if (!entry)
        return std::unexpected(entry.error());
    others->push_back(std::move(*entry));
    return {};
}

// Of each model that made a mask, its card, found by the weights' hash.
Result<void> Release::writeCards(const std::vector<ModelCard>& known,
                                 std::vector<ReleaseFile>& others)
{
    for (const std::string& model : m_summary.models) {
        const std::string sha256 = model.substr(model.rfind(' ') + 1);
        const auto card = std::ranges::find(known, sha256, &ModelCard::sha256);
        const auto text = card == known.end()
            ? Result<std::string>(fail(ErrorCode::ModelNotFound, model))
            : textOfFile(fs::path(card->file).replace_extension(".md"));
        if (!text) {
            m_summary.modelsWithoutCard.push_back(model);
            continue;
        }
        std::error_code error;
        fs::create_directories(m_order.folder / cardsFolder, error);
        const std::string name = card->file.stem().string();
        const auto written =
            writeText(std::string(cardsFolder) + "/" + name + ".md", *text, "card", &others);
        if (!written)
            return written;
    }
    return {};
}

// Of formats that are no longer asked for; the others make theirs anew.
void Release::dropEarlierSets()
{
    const auto isAsked = [this](MaskFormat format) {
        return std::ranges::find(m_order.formats, format) != m_order.formats.end();
    };
    for (const auto& [name, format] :
         {std::pair{"coco.json", MaskFormat::Coco}, std::pair{"classes.txt", MaskFormat::Yolo},
          std::pair{"dataset.json", MaskFormat::Nnunet}})
        if (std::error_code ignored; !isAsked(format))
            fs::remove(m_order.folder / masksFolder / name, ignored);
}

// What formats have in one file for all images (coco.json, dataset.json).
Result<void> Release::finishSets(const std::stop_token& stop, std::vector<ReleaseFile>& others)
{
    const fs::path folder = m_order.folder / masksFolder;
    if (const auto finished = finishDatasets(folder, m_order.formats, stop); !finished)
        return finished;
    std::set<std::string> ofImages;
    for (const ReleasedImage& image : m_released)
        for (const ReleaseFile& file : image.files)
            ofImages.insert(file.path);
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->is_regular_file(error))
            files.push_back(it->path());
    std::ranges::sort(files);
    for (const auto& file : files) {
        if (ofImages.contains(file.lexically_relative(m_order.folder).generic_string()))
            continue;
        auto entry = releaseFileOf(m_order.folder, file, "set");
        if (!entry)
            return std::unexpected(entry.error());
        others.push_back(std::move(*entry));
    }
    return {};
}

void Release::count()
{
    std::set<std::string> models;
    std::map<std::string, std::set<std::string>> patients;
    for (const ReleasedImage& image : m_released) {
        ++m_summary.images;
        m_summary.accepted += image.isAccepted ? 1 : 0;
        m_summary.slices += image.slices;
        m_summary.files += static_cast<int>(image.files.size());
        ++m_summary.imagesOfPart[image.part];
        patients[image.part].insert(image.patient);
        models.insert(image.models.begin(), image.models.end());
        for (const LabelCount& label : image.labels) {
            m_summary.labels[label.name].pixels += label.pixels;
            m_summary.labelImages[label.name] += label.pixels > 0 ? 1 : 0;
        }
        for (const auto& warning : image.warnings)
            ++m_summary.warnings[warning];
        for (const auto& format : image.leftOut)
            ++m_summary.leftOut[format];
    }
    for (const auto& [part, some] : patients)
        m_summary.patients[part] = static_cast<int>(some.size());
    m_summary.models.assign(models.begin(), models.end());
    for (const Entry& entry : m_images)
        if (!entry.failure)
            ++m_summary.how[entry.how];
}

Result<void> Release::finish(const std::stop_token& stop)
{
    count();
    std::error_code error;
    // Images that are no longer asked for.
    for (const auto& [name, image] : m_earlier)
        if (std::ranges::find(m_images, name, [](const Entry& entry) { return entry.plan.name; })
            == m_images.end())
            removeStale(m_order.folder, image, nullptr);
    if (m_released.empty()) {
        fs::remove_all(m_order.folder / progressFolder, error);
        for (const char* const name : {imagesFolder, masksFolder, ""})
            fs::remove(m_order.folder / name, error); // where it is empty
        return {};
    }
    std::vector<ReleaseFile> others;
    dropEarlierSets();
    if (const auto finished = finishSets(stop, others); !finished)
        return finished;
    const auto models = modelsIn(modelFolders());
    if (const auto written = writeCards(models, others); !written)
        return written;
    std::string split = csvLine({"image", "patient", "split"});
    for (const ReleasedImage& image : m_released)
        split += csvLine({image.name, image.patient, image.part});
    if (!m_order.split.empty())
        if (const auto written = writeText(splitName, split, "split", &others); !written)
            return written;
    const std::string readme = readmeOf(m_order, m_summary, models);
    if (const auto written = writeText(readmeName, readme, "readme", &others); !written)
        return written;
    ReleasedImage before, now; // as if these files were an image's
    before.files = m_earlierOthers;
    now.files = others;
    removeStale(m_order.folder, before, &now);
    m_summary.files += static_cast<int>(others.size());
    const ReleaseManifest manifest{settingsOf(m_order), m_released, std::move(others)};
    if (const auto written = writeText(tableName, csvOf(manifest), {}, nullptr); !written)
        return written;
    // Last: where it is, the release is whole.
    if (const auto written = writeText(manifestName, jsonOf(manifest), {}, nullptr); !written)
        return written;
    fs::remove_all(m_order.folder / progressFolder, error);
    m_summary.files += 2;
    return {};
}

} // namespace limn
