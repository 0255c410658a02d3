#include "io/masks/nnunet_description.h"

#include "io/import_client.h"
#include "io/masks/label_words.h"
#include "io/masks/small_file.h"

#include <nlohmann/json.hpp>

#include <map>

namespace limn {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* fileName = "dataset.json";

// nnU-Net takes the values of a channel named CT as they are, and brings every other to a mean of 0.
std::string greyName(const MaskExport& masks, const Making& making)
{
    if (masks.source.format != "DICOM")
        return "image";
    const auto info = making.client->info(masks.source.files.front(), making.stop);
    if (!info)
        return "image";
    const auto json = nlohmann::json::parse(*info, nullptr, false);
    if (json.is_object() && json.contains("tags"))
        for (const auto& tag : json["tags"])
            if (tag.value("name", "") == "Modality" && !tag.value("value", "").empty())
                return tag.value("value", "");
    return "image";
}

Json channelNames(const MaskExport& masks, const Making& making)
{
    if (masks.channels == 3)
        return {{"0", "R"}, {"1", "G"}, {"2", "B"}};
    return {{"0", greyName(masks, making)}};
}

Result<Json> begun(const fs::path& folder, const MaskExport& masks, const Making& making)
{
    const auto text = textIn(folder / fileName);
    if (!text)
        return std::unexpected(text.error());
    if (!*text)
        return Json{{"channel_names", channelNames(masks, making)},
                    {"labels", {{"background", 0}}},
                    {"numTraining", 0},
                    {"file_ending", ".nii.gz"},
                    {"description", "Masks by Limn " + masks.provenance.programVersion}};
    Json json = Json::parse(**text, nullptr, false);
    const auto fits = [&json](const char* key, auto type) {
        return json.is_object() && json.contains(key) && type(json[key]);
    };
    const auto isObject = [](const Json& value) { return value.is_object(); };
    if (!fits("channel_names", isObject) || !fits("labels", isObject)
        || !fits("file_ending", [](const Json& value) { return value == ".nii.gz"; })
        || !std::ranges::all_of(json["labels"], &Json::is_number_integer))
        return fail(ErrorCode::BadData, fileName, "this data set is not one that Limn can go on with");
    if (json["channel_names"].size() != static_cast<std::size_t>(masks.channels))
        return fail(ErrorCode::ChannelsMismatch, masks.stem,
                    "the data set's images have " + std::to_string(json["channel_names"].size())
                        + " channels, this one " + std::to_string(masks.channels));
    return json;
}

Result<void> put(const fs::path& folder, const Json& json)
{
    return putText(folder / fileName, json.dump(4, ' ', false, Json::error_handler_t::replace) + '\n');
}

// One more than the highest: numbers of another program's file may have gaps.
long long nextNumber(const Json& labels)
{
    long long next = 0;
    for (const auto& number : labels)
        if (number.is_number_integer())
            next = std::max(next, number.get<long long>() + 1);
    return next;
}

} // namespace

Result<std::array<Label, 256>> nnunetNumbers(const MaskExport& masks, const Making& making)
{
    auto json = begun(making.folder, masks, making);
    if (!json)
        return std::unexpected(json.error());
    Json& known = (*json)["labels"];
    std::array<Label, 256> numbers{};
    const std::size_t before = known.size();
    for (const LabelRow& row : masks.table.rows) {
        const std::string name =
            shownName(row) == "background" ? "background label" : shownName(row);
        if (!known.contains(name))
            known[name] = nextNumber(known);
        const long long number = known[name].get<long long>();
        if (number < 0 || number > 255)
            return fail(ErrorCode::BadData, fileName, "the number of the label " + name);
        numbers[row.label] = static_cast<Label>(number);
    }
    if (known.size() != before || before == 1)
        if (const auto written = put(making.folder, *json); !written)
            return std::unexpected(written.error());
    return numbers;
}

Result<void> putNnunetCount(const fs::path& folder, int cases)
{
    const auto text = textIn(folder / fileName);
    if (!text)
        return std::unexpected(text.error());
    if (!*text)
        return {};
    Json json = Json::parse(**text, nullptr, false);
    if (!json.is_object())
        return fail(ErrorCode::BadData, fileName, "it is no JSON object");
    if (json.contains("numTraining") && json["numTraining"] == cases)
        return {};
    json["numTraining"] = cases;
    return put(folder, json);
}

} // namespace limn
