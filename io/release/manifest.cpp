#include "io/release/manifest.h"

#include "io/release/csv.h"
#include "model/files/sha256.h"

#include <QFile>
#include <QString>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace limn {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

Json fileJson(const ReleaseFile& file)
{
    return {{"path", file.path},
            {"kind", file.kind},
            {"sha256", file.sha256},
            {"bytes", file.bytes}};
}

ReleaseFile fileOf(const Json& json)
{
    return {json.at("path"), json.at("kind"), json.at("sha256"), json.at("bytes")};
}

Json imageJson(const ReleasedImage& image)
{
    Json json{{"name", image.name},
              {"patient", image.patient},
              {"split", image.part},
              {"fingerprint", image.fingerprint},
              {"accepted", image.isAccepted},
              {"slices", image.slices},
              {"labels", Json::array()},
              {"models", image.models},
              {"warnings", image.warnings},
              {"leftOut", image.leftOut},
              {"files", Json::array()}};
    for (const LabelCount& label : image.labels)
        json["labels"].push_back({{"name", label.name}, {"pixels", label.pixels}});
    for (const ReleaseFile& file : image.files)
        json["files"].push_back(fileJson(file));
    return json;
}

ReleasedImage imageOf(const Json& json)
{
    ReleasedImage image{json.at("name"),        json.at("patient"),  json.at("split"),
                        json.at("fingerprint"), json.at("accepted"), json.at("slices"),
                        {},                     json.at("models"),   json.at("warnings"),
                        json.at("leftOut"),     {}};
    for (const Json& label : json.at("labels"))
        image.labels.push_back({label.at("name"), label.at("pixels")});
    for (const Json& file : json.at("files"))
        image.files.push_back(fileOf(file));
    return image;
}

std::string dumped(const Json& json)
{
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string csvRow(const ReleaseFile& file, const ReleasedImage* image)
{
    return csvLine({file.path, file.sha256, std::to_string(file.bytes), file.kind,
                    image ? image->name : "", image ? image->patient : "", image ? image->part : ""});
}

} // namespace

std::string textOf(const ReleasedImage& image)
{
    return dumped(imageJson(image));
}

Result<ReleasedImage> releasedImageFrom(const std::string& json)
{
    try {
        return imageOf(Json::parse(json));
    } catch (const Json::exception& error) {
        return fail(ErrorCode::BadData, {}, error.what());
    }
}

std::string jsonOf(const ReleaseManifest& manifest)
{
    Json json{{"program", "Limn"},
              {"what", "limn.release"},
              {"settings", Json::parse(manifest.settings)},
              {"images", Json::array()},
              {"files", Json::array()}};
    for (const ReleasedImage& image : manifest.images)
        json["images"].push_back(imageJson(image));
    for (const ReleaseFile& file : manifest.others)
        json["files"].push_back(fileJson(file));
    return dumped(json);
}

std::string csvOf(const ReleaseManifest& manifest)
{
    std::string text =
        csvLine({"file", "sha256", "bytes", "kind", "image", "patient", "split"});
    for (const ReleasedImage& image : manifest.images)
        for (const ReleaseFile& file : image.files)
            text += csvRow(file, &image);
    for (const ReleaseFile& file : manifest.others)
        text += csvRow(file, nullptr);
    return text;
}

Result<ReleaseManifest> readManifest(const fs::path& file)
{
    const std::string name = file.filename().string();
    QFile source(QString::fromStdString(file.string()));
    if (!source.exists())
        return fail(ErrorCode::NotFound, name);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotReadable, name, source.errorString().toStdString());
    try {
        const Json json = Json::parse(source.readAll().toStdString());
        if (json.at("what") != "limn.release")
            return fail(ErrorCode::BadData, name, "it is no manifest of a release");
        ReleaseManifest manifest{json.at("settings").dump(), {}, {}};
        for (const Json& image : json.at("images"))
            manifest.images.push_back(imageOf(image));
        for (const Json& other : json.at("files"))
            manifest.others.push_back(fileOf(other));
        return manifest;
    } catch (const Json::exception& error) {
        return fail(ErrorCode::BadData, name, error.what());
    }
}

Result<ReleaseFile> releaseFileOf(const fs::path& root, const fs::path& file,
                                  const std::string& kind)
{
    auto hash = sha256OfFile(file);
    if (!hash)
        return std::unexpected(hash.error());
    std::error_code error;
    const auto bytes = fs::file_size(file, error);
    return ReleaseFile{file.lexically_relative(root).generic_string(), kind, std::move(*hash),
                       error ? 0 : bytes};
}

bool isWhole(const fs::path& root, const ReleaseFile& file)
{
    const fs::path relative = fs::path(file.path).lexically_normal();
    if (relative.empty() || relative.is_absolute() || *relative.begin() == "..")
        return false;
    std::error_code error;
    const fs::path path = root / relative;
    if (!fs::is_regular_file(fs::symlink_status(path, error))
        || fs::file_size(path, error) != file.bytes)
        return false;
    const auto hash = sha256OfFile(path);
    return hash && *hash == file.sha256;
}

} // namespace limn
