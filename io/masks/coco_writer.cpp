#include "io/masks/coco_writer.h"

#include "io/masks/file_names.h"
#include "io/masks/label_words.h"
#include "io/masks/outlines.h"
#include "io/masks/run_lengths.h"
#include "io/masks/small_file.h"
#include "model/files/durable_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace limn {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* description = "Masks by Limn";

std::string textOf(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

FilePieces piecesOf(const std::string& text)
{
    const auto bytes = std::as_bytes(std::span(text));
    return {{bytes.begin(), bytes.end()}};
}

Json segmentationOf(const Instance& instance, Size size, OutlineKind kind)
{
    if (kind == OutlineKind::Polygons) {
        const Outline outline = outlineOf(instance);
        if (outline.holes.empty()) {
            auto polygons = Json::array();
            for (const Ring& ring : outline.rings) {
                auto numbers = Json::array();
                for (const Corner& corner : ring) {
                    numbers.push_back(corner.x);
                    numbers.push_back(corner.y);
                }
                polygons.push_back(std::move(numbers));
            }
            return polygons;
        }
    }
    return {{"size", {size.height, size.width}}, {"counts", compressed(runLengths(instance, size))}};
}

Json imageOf(const MaskExport& masks, int slice)
{
    std::string name = masks.stem;
    if (!masks.source.files.empty())
        name = masks.source.at(slice).file.filename().string();
    Json image{{"id", slice + 1},
               {"file_name", name},
               {"width", masks.labels.size.width},
               {"height", masks.labels.size.height}};
    if (masks.labels.sliceCount > 1)
        image["slice"] = slice + 1;
    return image;
}

Json categoriesOf(const LabelTable& table)
{
    auto categories = Json::array();
    for (const LabelRow& row : table.rows)
        categories.push_back({{"id", row.label},
                              {"name", shownName(row)},
                              {"supercategory", ""},
                              {"color", {row.colour.red, row.colour.green, row.colour.blue}}});
    return categories;
}

Json infoOf(const std::string& version)
{
    return {{"description", description}, {"version", version}};
}

Result<FilePieces> part(const MaskExport& masks)
{
    const Size size = masks.labels.size;
    auto images = Json::array(), annotations = Json::array();
    int number = 0;
    for (int slice = 0; slice < masks.labels.sliceCount; ++slice) {
        images.push_back(imageOf(masks, slice));
        for (const Instance& instance : instancesOf(masks.labels.slice(slice), size, masks.table,
                                                    masks.datasets.instances)) {
            const Rect& box = instance.box;
            annotations.push_back(
                {{"id", ++number},
                 {"image_id", slice + 1},
                 {"category_id", instance.label},
                 {"segmentation", segmentationOf(instance, size, masks.datasets.outlines)},
                 {"area", instance.area},
                 {"bbox", {box.x, box.y, box.width, box.height}},
                 {"iscrowd", 0}});
        }
    }
    return piecesOf(textOf({{"info", infoOf(masks.provenance.programVersion)},
                            {"licenses", Json::array()},
                            {"images", std::move(images)},
                            {"annotations", std::move(annotations)},
                            {"categories", categoriesOf(masks.table)}}));
}

// One file made of many: what differs from part to part gets numbers of its own.
class Joined {
public:
    void add(Json part)
    {
        m_info = part.at("info");
        std::map<int, int> images, categories;
        for (Json& category : part.at("categories"))
            categories[category.at("id")] = categoryOf(category);
        for (Json& image : part.at("images")) {
            const int id = ++m_imageCount;
            images[image.at("id")] = id;
            image["id"] = id;
            append(m_images, image);
        }
        for (Json& annotation : part.at("annotations")) {
            annotation["id"] = ++m_annotationCount;
            annotation["image_id"] = images.at(annotation.at("image_id"));
            annotation["category_id"] = categories.at(annotation.at("category_id"));
            append(m_annotations, annotation);
        }
    }

    // The file's text in parts, for there may be much of it.
    std::vector<std::string> text() const
    {
        const std::string front = "{\"info\":" + textOf(m_info) + ",\"licenses\":[],\"images\":[";
        return {front, m_images, "],\"annotations\":[", m_annotations,
                "],\"categories\":" + textOf(m_categories) + "}"};
    }

private:
    static void append(std::string& list, const Json& entry)
    {
        if (!list.empty())
            list += ",\n";
        list += textOf(entry);
    }
    int categoryOf(Json& category)
    {
        const auto [known, isNew] = m_categoryOf.try_emplace(
            category.at("name"), static_cast<int>(m_categories.size()) + 1);
        if (isNew) {
            category["id"] = known->second;
            m_categories.push_back(category);
        }
        return known->second;
    }

    Json m_info = infoOf({}), m_categories = Json::array();
    std::map<std::string, int> m_categoryOf;
    std::string m_images, m_annotations;
    int m_imageCount = 0, m_annotationCount = 0;
};

std::vector<fs::path> partsIn(const fs::path& folder)
{
    std::vector<fs::path> parts;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".json" && !it->path().filename().string().starts_with('.'))
            parts.push_back(it->path());
    std::ranges::sort(parts);
    return parts;
}

} // namespace

std::vector<OutputFile> cocoPart(const MaskExport& masks)
{
    return {{"coco/" + safeFileName(masks.stem) + ".json", [&masks] { return part(masks); }}};
}

Result<void> joinCoco(const fs::path& folder, const std::stop_token& stop)
{
    Joined joined;
    const auto parts = partsIn(folder / "coco");
    for (const fs::path& file : parts) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "coco.json");
        const auto text = textIn(file);
        if (!text)
            return std::unexpected(text.error());
        try {
            joined.add(Json::parse(text->value_or("")));
        } catch (const std::exception& exception) {
            return fail(ErrorCode::BadData, "coco/" + file.filename().string(), exception.what());
        }
    }
    if (parts.empty())
        return {};
    const auto text = joined.text();
    std::vector<std::span<const std::byte>> pieces;
    for (const std::string& piece : text)
        pieces.push_back(std::as_bytes(std::span(piece)));
    return writeDurably(folder / "coco.json", pieces, IfExists::Replace);
}

} // namespace limn
