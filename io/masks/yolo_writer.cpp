#include "io/masks/yolo_writer.h"

#include "io/masks/file_names.h"
#include "io/masks/label_words.h"
#include "io/masks/outlines.h"
#include "io/masks/small_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace limn {
namespace {

// Of a side of 16384 px the last of seven digits is less than a five-hundredth of a pixel.
std::string shareOf(int place, int side)
{
    std::array<char, 16> text;
    auto end = std::to_chars(text.data(), text.data() + text.size(),
                             static_cast<double>(place) / side, std::chars_format::fixed, 7)
                   .ptr;
    while (end[-1] == '0')
        --end;
    if (end[-1] == '.')
        --end;
    return {text.data(), end};
}

std::string oneLine(std::string name)
{
    std::ranges::replace_if(name, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return name;
}

// By label, from 0.
Result<std::map<Label, int>> classesIn(const std::filesystem::path& folder, const LabelTable& table)
{
    const auto file = folder / "classes.txt";
    const auto kept = textIn(file);
    if (!kept)
        return std::unexpected(kept.error());
    std::string text = kept->value_or("");
    if (!text.empty() && !text.ends_with('\n'))
        text += '\n';
    std::map<std::string, int> numbers; // by name: the line, from 0
    int lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        std::string name = text.substr(at, end - at);
        if (name.ends_with('\r'))
            name.pop_back();
        numbers.emplace(std::move(name), lines++);
        at = end + 1;
    }
    std::map<Label, int> classes;
    bool isNew = !kept->has_value();
    for (const LabelRow& row : table.rows) {
        const std::string name = oneLine(shownName(row));
        const auto [known, isAdded] = numbers.emplace(name, lines);
        if (isAdded) {
            ++lines;
            text += name + '\n';
        }
        isNew = isNew || isAdded;
        classes[row.label] = known->second;
    }
    if (isNew)
        if (const auto written = putText(file, text); !written)
            return std::unexpected(written.error());
    return classes;
}

Result<FilePieces> lines(const MaskExport& masks, int slice, const std::filesystem::path& folder)
{
    const auto classes = classesIn(folder, masks.table);
    if (!classes)
        return std::unexpected(classes.error());
    const Size size = masks.labels.size;
    std::string text;
    for (const Instance& instance : instancesOf(masks.labels.slice(slice), size, masks.table,
                                                masks.datasets.instances)) {
        text += std::to_string(classes->at(instance.label));
        for (const Corner& corner : joined(outlineOf(instance)))
            text += ' ' + shareOf(corner.x, size.width) + ' ' + shareOf(corner.y, size.height);
        text += '\n';
    }
    const auto bytes = std::as_bytes(std::span(text));
    FilePieces pieces;
    pieces.emplace_back(bytes.begin(), bytes.end());
    return pieces;
}

} // namespace

std::vector<OutputFile> yoloLabels(const MaskExport& masks)
{
    std::vector<OutputFile> files;
    for (int slice = 0; slice < masks.labels.sliceCount; ++slice)
        files.push_back({"labels/" + sliceStem(masks, slice) + ".txt", {},
                         [&masks, slice](const Making& making) {
                             return lines(masks, slice, making.folder);
                         }});
    return files;
}

} // namespace limn
