#include "app/clicks.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace limn {
namespace {

using Json = nlohmann::json;
using Row = std::map<std::string, std::string>;

std::vector<std::string> fieldsOf(std::string line)
{
    if (line.ends_with('\r'))
        line.pop_back();
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, ',');) {
        const auto first = field.find_first_not_of(" \t\""), last = field.find_last_not_of(" \t\"");
        fields.push_back(first == std::string::npos ? "" : field.substr(first, last - first + 1));
    }
    return fields;
}

std::vector<Row> csvRows(std::istream& in)
{
    std::vector<Row> rows;
    std::string line;
    std::getline(in, line);
    const auto names = fieldsOf(line);
    while (std::getline(in, line)) {
        const auto fields = fieldsOf(line);
        Row row;
        for (std::size_t i = 0; i < std::min(names.size(), fields.size()); ++i)
            row[names[i]] = fields[i];
        if (!fields.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

// Throws the library's exception when it is not a list of objects.
std::vector<Row> jsonRows(std::istream& in)
{
    std::vector<Row> rows;
    for (const Json& object : Json::parse(in)) {
        Row row;
        for (const auto& [name, value] : object.get<Json::object_t>())
            row[name] = value.is_string() ? value.get<std::string>() : value.dump();
        rows.push_back(std::move(row));
    }
    return rows;
}

std::optional<double> numberOf(const Row& row, const char* name)
{
    const auto field = row.find(name);
    if (field == row.end() || field->second.empty())
        return {};
    char* end = nullptr;
    const double number = std::strtod(field->second.c_str(), &end);
    return *end == 0 && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<Label> classOf(const Row& row, const std::vector<std::string>& classes)
{
    const auto field = row.find("class");
    if (field == row.end())
        return {};
    if (field->second == "background")
        return background;
    if (const auto name = std::ranges::find(classes, field->second); name != classes.end())
        return static_cast<Label>(name - classes.begin() + 1);
    const auto number = numberOf(row, "class");
    const bool isClass = number && *number == std::floor(*number) && *number >= 0
        && *number <= static_cast<double>(classes.size());
    return isClass ? std::optional(static_cast<Label>(*number)) : std::nullopt;
}

const char* readOne(const Row& row, const std::vector<std::string>& classes, Click& click)
{
    const auto x = numberOf(row, "x"), y = numberOf(row, "y");
    if (!row.contains("image") || !x || !y)
        return "image, x or y is missing";
    const auto label = classOf(row, classes);
    if (!label)
        return "no such class";
    const bool hasRadius = row.contains("radius") && !row.at("radius").empty();
    const auto radius = hasRadius ? numberOf(row, "radius") : std::optional(0.0);
    const auto slice = row.contains("slice") ? numberOf(row, "slice") : std::optional(1.0);
    if (!radius || *radius < 0 || !slice || *slice < 1 || *slice > 1e6)
        return "radius or slice makes no sense";
    click = {*x, *y, *label, *radius, static_cast<int>(*slice) - 1};
    return nullptr;
}

void putDisc(Evidence& evidence, const Click& click)
{
    // As the window's click tool.
    const double usual = std::max(2.0, std::min(evidence.size.width, evidence.size.height) / 64.0);
    const double radius = click.radius > 0 ? click.radius : usual;
    for (int y = 0; y < evidence.size.height; ++y)
        for (int x = 0; x < evidence.size.width; ++x) {
            const bool isUnder = x == std::floor(click.x) && y == std::floor(click.y);
            if (isUnder || std::hypot(x + 0.5 - click.x, y + 0.5 - click.y) <= radius)
                evidence.classes[static_cast<std::size_t>(y)
                                     * static_cast<std::size_t>(evidence.size.width)
                                 + static_cast<std::size_t>(x)] = click.label;
        }
}

} // namespace

Result<std::map<std::string, std::vector<Click>>>
readClicks(const std::filesystem::path& file, const std::vector<std::string>& classes)
{
    const std::string name = file.filename().string();
    std::ifstream in(file);
    if (!in)
        return fail(ErrorCode::NotFound, name);
    std::vector<Row> rows;
    try {
        rows = file.extension() == ".json" ? jsonRows(in) : csvRows(in);
    } catch (const Json::exception& error) {
        return fail(ErrorCode::BadData, name, error.what());
    }
    std::map<std::string, std::vector<Click>> clicks;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Click click;
        if (const char* const fault = readOne(rows[i], classes, click))
            return fail(ErrorCode::BadData, name, "click " + std::to_string(i + 1) + ": " + fault);
        clicks[rows[i].at("image")].push_back(click);
    }
    if (clicks.empty())
        return fail(ErrorCode::BadData, name, "no click in it");
    return clicks;
}

Result<EvidencePtr> evidenceOf(const std::vector<Click>& clicks, Size picture, int slice)
{
    auto evidence = std::make_shared<Evidence>();
    evidence->size = picture;
    evidence->classes.assign(picture.area(), untouched);
    bool isAny = false;
    for (const Click& click : clicks) {
        if (click.slice != slice)
            continue;
        if (click.x < 0 || click.y < 0 || click.x >= picture.width || click.y >= picture.height)
            return fail(ErrorCode::BadData, "", "a click lies outside the picture");
        putDisc(*evidence, click);
        isAny = true;
    }
    return isAny ? EvidencePtr(std::move(evidence)) : nullptr;
}

} // namespace limn
