#include "model/files/csv_field.h"

#include <algorithm>

namespace limn {
namespace {

constexpr std::string_view noBreakSpace = "\xC2\xA0"; // UTF-8

// Blanks at the front, the one without a break too.
std::size_t blanksAtFront(std::string_view line)
{
    std::size_t at = 0;
    while (at < line.size()) {
        if (line[at] == ' ')
            ++at;
        else if (line.substr(at).starts_with(noBreakSpace))
            at += noBreakSpace.size();
        else
            break;
    }
    return at;
}

bool looksLikeFormula(std::string_view line)
{
    const std::size_t at = blanksAtFront(line);
    return at < line.size()
        && std::string_view("=+-@\t\r").find(line[at]) != std::string_view::npos;
}

} // namespace

std::string csvText(std::string_view text)
{
    std::string safe;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (looksLikeFormula(line))
            safe += '\'';
        safe += line;
        if (end < text.size())
            safe += text[end];
        begin = end + 1;
    }
    if (safe.find_first_of(",;\"\n\r\t") == std::string::npos)
        return safe;
    std::string quoted = "\"";
    for (const char letter : safe)
        quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + '"';
}

std::string csvLine(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i == 0 ? "" : ",") + cells[i];
    return line + "\r\n";
}

} // namespace limn
