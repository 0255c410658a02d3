#include "model/training/csv_table.h"

#include "model/files/durable_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <limits>
#include <span>
#include <sstream>

namespace limn {
namespace {

void append(std::string& text, const std::vector<std::string>& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        text += i > 0 ? "," : "";
        if (cells[i].find_first_of(",\"\n\r") == std::string::npos) {
            text += cells[i];
            continue;
        }
        text += '"';
        for (const char c : cells[i])
            text += c == '"' ? std::string("\"\"") : std::string(1, c);
        text += '"';
    }
    text += '\n';
}

// The next record of `text` from `at` on, which moves behind it.
std::vector<std::string> nextRecord(const std::string& text, std::size_t& at)
{
    std::vector<std::string> cells(1);
    bool isQuoted = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') {
            const bool isDoubled = isQuoted && at + 1 < text.size() && text[at + 1] == '"';
            if (isDoubled)
                cells.back() += text[at++];
            else
                isQuoted = !isQuoted;
        } else if (isQuoted) {
            cells.back() += c;
        } else if (c == ',') {
            cells.emplace_back();
        } else if (c == '\n') {
            ++at;
            return cells;
        } else if (c != '\r') {
            cells.back() += c;
        }
    }
    return cells;
}

} // namespace

Result<double> csvValue(const std::string& cell, const std::string& place)
{
    if (cell.empty())
        return std::numeric_limits<double>::quiet_NaN();
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        return fail(ErrorCode::BadData, place, "no number: " + cell);
    return value;
}

Result<void> writeCsv(const std::filesystem::path& path, const CsvTable& table)
{
    std::string text;
    append(text, table.columns);
    for (const auto& row : table.rows)
        append(text, row);
    return writeDurably(path, std::as_bytes(std::span(text)), IfExists::Replace);
}

Result<CsvTable> readCsv(const std::filesystem::path& path)
{
    if (!std::filesystem::exists(path))
        return fail(ErrorCode::NotFound, path.filename().string());
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::NotReadable, path.filename().string());
    std::ostringstream content;
    content << file.rdbuf();
    const std::string text = std::move(content).str();
    std::size_t at = 0;
    CsvTable table{nextRecord(text, at), {}};
    while (at < text.size()) {
        table.rows.push_back(nextRecord(text, at));
        if (table.rows.back().size() != table.columns.size())
            return fail(ErrorCode::BadData, path.filename().string(),
                        "row " + std::to_string(table.rows.size()) + " has "
                            + std::to_string(table.rows.back().size()) + " cells, the first line "
                            + std::to_string(table.columns.size()));
    }
    return table;
}

Result<std::size_t> columnOf(const CsvTable& table, const std::string& name,
                             const std::filesystem::path& path)
{
    const auto found = std::ranges::find(table.columns, name);
    if (found == table.columns.end())
        return fail(ErrorCode::BadData, path.filename().string(), "no column " + name);
    return static_cast<std::size_t>(found - table.columns.begin());
}

} // namespace limn
