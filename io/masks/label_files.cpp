#include "io/masks/label_files.h"

#include "model/files/durable_file.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

namespace limn {
namespace {

constexpr std::size_t mostBytes = 1 << 20; // of a table; real ones have a few thousand

std::optional<std::uint8_t> byteOf(double value)
{
    if (!(value >= 0 && value <= 255))
        return std::nullopt;
    return static_cast<std::uint8_t>(value);
}

std::optional<LabelRow> rowOf(int index, const std::string& name, double red, double green,
                              double blue, double opacity)
{
    const auto r = byteOf(red), g = byteOf(green), b = byteOf(blue);
    if (!r || !g || !b || name.empty() || !(opacity >= 0 && opacity <= 1))
        return std::nullopt;
    LabelRow row;
    row.label = static_cast<Label>(index);
    row.name = name;
    row.colour = {*r, *g, *b};
    row.opacity = opacity;
    return row;
}

struct Line {
    int index = 0;
    std::optional<LabelRow> row; // none: the line makes no sense
};

// idx R G B A vis mesh "name"
Line itkSnapLine(const std::string& line)
{
    const std::size_t open = line.find('"'), close = line.rfind('"');
    std::istringstream in(line.substr(0, open));
    int index = 0, visible = 0, mesh = 0;
    double red = 0, green = 0, blue = 0, alpha = 0;
    if (!(in >> index >> red >> green >> blue >> alpha >> visible >> mesh) || close <= open)
        return {};
    Line found{index,
               rowOf(index, line.substr(open + 1, close - open - 1), red, green, blue, alpha)};
    if (found.row)
        found.row->isVisible = visible != 0;
    return found;
}

// idx name R G B A
Line slicerLine(const std::string& line)
{
    std::istringstream in(line);
    int index = 0;
    std::string name;
    double red = 0, green = 0, blue = 0, alpha = 0;
    if (!(in >> index >> name >> red >> green >> blue >> alpha))
        return {};
    std::ranges::replace(name, '_', ' ');
    return {index, rowOf(index, name, red, green, blue, alpha / 255)};
}

bool isRemark(const std::string& line)
{
    const std::size_t first = line.find_first_not_of(" \t\r");
    return first == std::string::npos || line[first] == '#';
}

} // namespace

Result<LabelTable> labelTableOfText(std::string_view text, const std::string& fileName)
{
    std::istringstream in{std::string(text)};
    LabelTable table;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (isRemark(line))
            continue;
        const bool isItkSnap = line.find('"') != std::string::npos;
        const Line found = isItkSnap ? itkSnapLine(line) : slicerLine(line);
        if (!found.row)
            return fail(ErrorCode::BadData, fileName,
                        "line " + std::to_string(number) + " is no label of ITK-SNAP or 3D Slicer");
        if (found.index >= 1 && found.index < untouched && !table.find(found.row->label))
            table.rows.push_back(*found.row);
    }
    if (table.rows.empty())
        return fail(ErrorCode::BadData, fileName, "no label from 1 to 254");
    return table;
}

Result<LabelTable> readLabelTable(const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::NotReadable, name);
    std::string text(mostBytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (static_cast<std::size_t>(in.gcount()) > mostBytes)
        return fail(ErrorCode::TooLarge, name, "more than 1 MB");
    text.resize(static_cast<std::size_t>(in.gcount()));
    return labelTableOfText(text, name);
}

std::string itkSnapText(const LabelTable& table)
{
    std::string text = "# ITK-SnAP Label Description File\n"
                       "# IDX   -R-  -G-  -B-  -A--  VIS MSH  LABEL\n"
                       "    0     0    0    0     0    0   0    \"Clear Label\"\n";
    for (const LabelRow& row : table.rows) {
        char numbers[96];
        std::snprintf(numbers, sizeof numbers, "%5d %5d %4d %4d %8.3f %4d %3d    ", int{row.label},
                      int{row.colour.red}, int{row.colour.green}, int{row.colour.blue},
                      row.opacity, row.isVisible ? 1 : 0, row.isVisible ? 1 : 0);
        std::string name = row.name;
        std::ranges::replace(name, '"', '\'');
        std::ranges::replace(name, '\n', ' ');
        text += numbers + ('"' + name) + "\"\n";
    }
    return text;
}

std::string slicerText(const LabelTable& table, const std::string& fileName)
{
    std::string text = "# Color table file " + fileName + "\n# "
        + std::to_string(table.rows.size() + 1) + " values\n0 Background 0 0 0 0\n";
    for (const LabelRow& row : table.rows) {
        std::string name = row.name; // blanks would end it
        std::ranges::replace_if(
            name, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }, '_');
        std::ranges::replace(name, '"', '\'');
        char numbers[64];
        std::snprintf(numbers, sizeof numbers, " %d %d %d %d\n", int{row.colour.red},
                      int{row.colour.green}, int{row.colour.blue},
                      static_cast<int>(row.opacity * 255 + 0.5));
        text += std::to_string(int{row.label}) + ' ' + (name.empty() ? "label" : name) + numbers;
    }
    return text;
}

Result<void> writeLabelTable(const LabelTable& table, const std::filesystem::path& file,
                             LabelFileKind kind)
{
    const std::string text = kind == LabelFileKind::ItkSnap
        ? itkSnapText(table)
        : slicerText(table, file.filename().string());
    return writeDurably(file, std::as_bytes(std::span(text)), IfExists::Replace);
}

LabelTable withRows(LabelTable old, const LabelTable& read)
{
    for (LabelRow row : read.rows) {
        const auto same = std::ranges::find(old.rows, row.label, &LabelRow::label);
        if (same == old.rows.end()) {
            old.rows.push_back(row);
            continue;
        }
        row.isLocked = same->isLocked;
        row.meaning = same->name == row.name ? same->meaning : std::string();
        *same = row;
    }
    return old;
}

} // namespace limn
