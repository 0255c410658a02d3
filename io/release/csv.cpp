#include "io/release/csv.h"

#include <algorithm>
#include <charconv>

namespace limn {
namespace {

constexpr std::string_view noBreakSpace = "\xc2\xa0";

bool isNumber(std::string_view field)
{
    double value = 0;
    const auto [end, fault] = std::from_chars(field.data(), field.data() + field.size(), value);
    return fault == std::errc{} && end == field.data() + field.size();
}

std::string_view withoutBlanks(std::string_view line)
{
    while (line.starts_with(' ') || line.starts_with(noBreakSpace))
        line.remove_prefix(line.starts_with(' ') ? 1 : noBreakSpace.size());
    return line;
}

bool isFormula(std::string_view line)
{
    line = withoutBlanks(line);
    return !line.empty() && std::string_view("=+-@\t").find(line.front()) != std::string_view::npos;
}

bool mayCalculate(std::string_view field)
{
    if (isNumber(field))
        return false;
    if (field.starts_with('\r') || field.starts_with('\n'))
        return true;
    while (true) {
        const auto end = field.find_first_of("\r\n");
        if (isFormula(field.substr(0, end)))
            return true;
        if (end == std::string_view::npos)
            return false;
        field.remove_prefix(end + 1);
    }
}

} // namespace

std::string csvLine(const std::vector<std::string>& fields)
{
    std::string line;
    for (const std::string& field : fields) {
        line += line.empty() ? "\"" : ",\"";
        if (mayCalculate(field))
            line += '\'';
        for (const char letter : field)
            line += letter == '"' ? std::string("\"\"") : std::string(1, letter);
        line += '"';
    }
    return line + "\r\n";
}

} // namespace limn
