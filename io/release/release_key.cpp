#include "io/release/release_key.h"

#include "model/files/durable_file.h"

#include <QByteArray>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

namespace limn {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t secretBytes = 32;
constexpr int mostDays = 3650;

std::string numbered(const char* form, std::size_t number)
{
    char text[32];
    std::snprintf(text, sizeof text, form, number);
    return text;
}

// The highest of the numbers after `prefix` in these names.
template <typename Names>
std::size_t highest(const Names& names, const std::string& prefix)
{
    std::size_t most = 0;
    for (const std::string& name : names)
        if (name.starts_with(prefix))
            most = std::max<std::size_t>(most, std::strtoul(name.c_str() + prefix.size(), nullptr, 10));
    return most;
}

ReleaseKey keyOf(const Json& json)
{
    ReleaseKey key;
    key.secret =
        QByteArray::fromHex(QByteArray::fromStdString(json.at("secret").get<std::string>()))
            .toStdString();
    for (const Json& row : json.at("patients"))
        key.patients[row.at("patient")] = row.at("pseudonym");
    for (const Json& row : json.at("images"))
        key.images[row.at("path")] = {row.at("path"), row.at("sha256"), row.at("patient"),
                                      row.at("name")};
    return key;
}

} // namespace

std::string ReleaseKey::derived(const std::string& purpose, const std::string& text) const
{
    return QMessageAuthenticationCode::hash(QByteArray::fromStdString(purpose + '\n' + text),
                                            QByteArray::fromStdString(secret),
                                            QCryptographicHash::Sha256)
        .toStdString();
}

int ReleaseKey::shiftDaysOf(const std::string& patient) const
{
    const std::string bytes = derived("dates", patient);
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return -1 - static_cast<int>(number % mostDays);
}

const std::string& ReleaseKey::pseudonymOf(const std::string& patient)
{
    std::string& pseudonym = patients[patient];
    if (pseudonym.empty()) {
        std::vector<std::string> taken;
        for (const auto& [known, name] : patients)
            taken.push_back(name);
        pseudonym = numbered("P%04zu", highest(taken, "P") + 1);
    }
    return pseudonym;
}

const std::string& ReleaseKey::nameOf(const std::string& path, const std::string& patient)
{
    const std::string prefix = pseudonymOf(patient) + "_";
    KeyedImage& image = images[path];
    if (!image.name.starts_with(prefix)) { // new, or another patient's by now
        std::vector<std::string> taken;
        for (const auto& [other, row] : images)
            taken.push_back(row.name);
        image = {path, {}, patient, prefix + numbered("%03zu", highest(taken, prefix) + 1)};
    }
    return image.name;
}

ReleaseKey newReleaseKey()
{
    ReleaseKey key;
    QRandomGenerator* const source = QRandomGenerator::system();
    while (key.secret.size() < secretBytes)
        key.secret += static_cast<char>(source->generate() & 0xff);
    return key;
}

Result<ReleaseKey> readReleaseKey(const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    QFile source(QString::fromStdString(file.string()));
    if (!source.exists())
        return fail(ErrorCode::NotFound, name);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotReadable, name, source.errorString().toStdString());
    try {
        ReleaseKey key = keyOf(Json::parse(source.readAll().toStdString()));
        if (key.secret.size() == secretBytes)
            return key;
    } catch (const Json::exception& error) {
        return fail(ErrorCode::BadData, name, "it is no key of a release");
    }
    return fail(ErrorCode::BadData, name, "its secret has another length");
}

Result<void> writeReleaseKey(const ReleaseKey& key, const std::filesystem::path& file)
{
    Json json{{"program", "Limn"},
              {"what", "Who is who in a de-identified release. Keep it, and keep it apart from the release."},
              {"secret", QByteArray::fromStdString(key.secret).toHex().toStdString()},
              {"patients", Json::array()},
              {"images", Json::array()}};
    for (const auto& [patient, pseudonym] : key.patients)
        json["patients"].push_back({{"patient", patient},
                                    {"pseudonym", pseudonym},
                                    {"dateShiftDays", key.shiftDaysOf(patient)}});
    for (const auto& [path, image] : key.images)
        json["images"].push_back({{"path", image.path},
                                  {"sha256", image.sha256},
                                  {"patient", image.patient},
                                  {"name", image.name}});
    const std::string text = json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    // Empty first, so that no moment shows the content to others.
    namespace fs = std::filesystem;
    std::error_code error;
    if (!fs::exists(file, error))
        if (const auto made = writeDurably(file, std::span<const std::byte>{}, IfExists::Refuse); !made)
            return made;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, error);
    return writeDurably(file, std::as_bytes(std::span(text)), IfExists::Replace);
}

} // namespace limn
