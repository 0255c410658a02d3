#include "io/import/coco_mask.h"

#include "io/import/coco_shapes.h"
#include "io/import/mask_reader.h"
#include "model/data/import_wire.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace limn {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t maximumBytes = std::size_t{128} << 20;

struct CocoFile {
    fs::path path;
    std::uint64_t bytes = 0;
    fs::file_time_type time;
    std::vector<Json> images;
    std::map<std::int64_t, std::vector<Json>> annotations; // by image
    std::map<std::int64_t, MaskLabel> categories;

    bool isOf(const fs::path& file, std::uint64_t size, fs::file_time_type modified) const
    {
        return path == file && bytes == size && time == modified && !path.empty();
    }
};

std::optional<Colour> colourOf(const Json& category)
{
    const auto colour = category.find("color");
    if (colour == category.end() || !colour->is_array() || colour->size() != 3)
        return std::nullopt;
    return Colour{(*colour)[0].get<std::uint8_t>(), (*colour)[1].get<std::uint8_t>(),
                  (*colour)[2].get<std::uint8_t>()};
}

// Throws what the JSON library throws.
Result<void> take(Json json, CocoFile& coco)
{
    if (!json.is_object() || !json.contains("images") || !json.contains("annotations")
        || !json.contains("categories"))
        return fail(ErrorCode::UnsupportedFormat, {},
                    "JSON without the images, annotations and categories of COCO");
    for (Json& image : json["images"])
        coco.images.push_back(std::move(image));
    int label = 0;
    for (const Json& category : json["categories"]) {
        if (++label > 254)
            return fail(ErrorCode::UnsupportedFormat, {}, "more than 254 categories");
        coco.categories[category.at("id")] = {static_cast<Label>(label),
                                              category.value("name", ""), colourOf(category)};
    }
    for (Json& annotation : json["annotations"])
        coco.annotations[annotation.at("image_id")].push_back(std::move(annotation));
    return {};
}

// The last file that was read: its pictures follow each other.
Result<const CocoFile*> cocoFile(const fs::path& path)
{
    static CocoFile kept;
    std::error_code error;
    const auto size = fileSize(path);
    if (!size)
        return fail(size.error().code, {}, size.error().detail);
    const auto time = fs::last_write_time(path, error);
    if (kept.isOf(path, *size, time))
        return &kept;
    kept = {};
    if (*size > maximumBytes)
        return fail(ErrorCode::TooLarge, {}, "JSON of more than 128 MB");
    const auto bytes = readBytes(path, maximumBytes);
    if (!bytes)
        return fail(bytes.error().code, {}, bytes.error().detail);
    const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return fail(ErrorCode::Damaged, {}, "no whole JSON");
    CocoFile coco{path, *size, time, {}, {}, {}};
    try {
        if (auto taken = take(std::move(json), coco); !taken)
            return std::unexpected(taken.error());
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Damaged, {}, exception.what());
    }
    kept = std::move(coco);
    return &kept;
}

// How many pixels another label had.
std::size_t lay(const CocoPixels& pixels, Label label, ImportedMask& mask)
{
    std::size_t met = 0, i = 0;
    const Rect& box = pixels.box;
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) {
            if (pixels.inside[i++] == 0)
                continue;
            Label& value = mask.values[static_cast<std::size_t>(y)
                                           * static_cast<std::size_t>(mask.size.width)
                                       + static_cast<std::size_t>(x)];
            met += value != 0 && value != label ? 1 : 0;
            value = label;
        }
    return met;
}

Result<ImportedMask> maskOf(const CocoFile& coco, const Json& image)
{
    ImportedMask mask;
    mask.format = "COCO";
    mask.imageName = image.at("file_name");
    mask.size = {image.at("width"), image.at("height")};
    if (mask.size.width < 1 || mask.size.height < 1 || mask.size.width > maximumSide
        || mask.size.height > maximumSide)
        return fail(ErrorCode::Damaged, {}, "the size of the picture " + mask.imageName);
    mask.values.resize(mask.size.area());
    for (const auto& [id, label] : coco.categories)
        mask.labels.push_back(label);
    std::size_t met = 0;
    const auto some = coco.annotations.find(image.at("id"));
    if (some != coco.annotations.end())
        for (const Json& annotation : some->second) {
            const Label label = coco.categories.at(annotation.at("category_id")).label;
            const auto pixels = cocoPixels(annotation.at("segmentation"), mask.size);
            if (!pixels)
                return std::unexpected(pixels.error());
            met += lay(*pixels, label, mask);
        }
    if (met > 0)
        mask.notes.push_back(std::to_string(met) + " pixels belong to several annotations; the last was taken");
    return mask;
}

} // namespace

bool looksLikeJson(Bytes head)
{
    for (const std::byte byte : head)
        if (const char letter = std::to_integer<char>(byte); letter != ' ' && letter != '\n'
            && letter != '\r' && letter != '\t')
            return letter == '{';
    return false;
}

Result<std::vector<MaskEntry>> cocoEntries(const fs::path& path)
{
    const auto coco = cocoFile(path);
    if (!coco)
        return std::unexpected(coco.error());
    std::vector<MaskEntry> entries;
    try {
        for (const Json& image : (*coco)->images)
            entries.push_back({image.at("file_name"), image.value("slice", 0) - 1});
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Damaged, {}, exception.what());
    }
    return entries;
}

Result<ImportedMask> cocoMask(const fs::path& path, int entry)
{
    const auto coco = cocoFile(path);
    if (!coco)
        return std::unexpected(coco.error());
    const auto& images = (*coco)->images;
    if (entry < 0 || static_cast<std::size_t>(entry) >= images.size())
        return fail(ErrorCode::BadArgument, {}, "no such picture in the file");
    try {
        return maskOf(**coco, images[static_cast<std::size_t>(entry)]);
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Damaged, {}, exception.what());
    }
}

} // namespace limn
