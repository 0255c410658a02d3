#include "io/import/nrrd_fields.h"

#include <charconv>
#include <cstdlib>
#include <sstream>

namespace limn {
namespace {

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string::npos
        ? std::string()
        : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::optional<double> numberOf(const std::string& text)
{
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    return end != text.c_str() && *end == '\0' ? std::optional(number) : std::nullopt;
}

} // namespace

NrrdFields NrrdFields::of(Bytes head, std::uint64_t& end)
{
    NrrdFields fields;
    std::string line;
    end = head.size();
    for (std::size_t at = 0; at < head.size(); ++at) {
        const char letter = static_cast<char>(head[at]);
        if (letter != '\n') {
            line += letter;
            continue;
        }
        if (trimmed(line).empty()) {
            fields.m_isEnded = true;
            end = at + 1;
            return fields;
        }
        fields.add(line);
        line.clear();
    }
    fields.add(line);
    return fields;
}

// "field: description"; key/value pairs and comments say nothing of the data.
void NrrdFields::add(std::string line)
{
    const auto colon = line.find(": ");
    if (line.empty() || line.front() == '#' || colon == std::string::npos)
        return;
    std::string name = trimmed(line.substr(0, colon));
    if (const auto key = line.find(":="); key != std::string::npos && key < colon)
        return;
    // The names that may be written in two ways.
    if (name == "datafile")
        name = "data file";
    else if (name == "byteskip")
        name = "byte skip";
    else if (name == "lineskip")
        name = "line skip";
    m_fields.emplace(std::move(name), trimmed(line.substr(colon + 2)));
}

std::string NrrdFields::of(const std::string& name) const
{
    const auto field = m_fields.find(name);
    return field == m_fields.end() ? std::string() : field->second;
}

std::optional<std::int64_t> NrrdFields::wholeNumber(const std::string& name) const
{
    const std::string text = of(name);
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::vector<std::string> NrrdFields::words(const std::string& name) const
{
    std::istringstream text(of(name));
    std::vector<std::string> words;
    for (std::string word; text >> word;)
        words.push_back(word);
    return words;
}

std::optional<std::vector<double>> NrrdFields::numbers(const std::string& name) const
{
    if (!has(name))
        return std::nullopt;
    std::vector<double> numbers;
    for (const std::string& word : words(name)) {
        const auto number = numberOf(word);
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

std::optional<std::vector<std::optional<std::vector<double>>>>
NrrdFields::vectors(const std::string& name) const
{
    if (!has(name))
        return std::nullopt;
    const std::string text = of(name);
    std::vector<std::optional<std::vector<double>>> vectors;
    for (std::size_t at = text.find_first_not_of(' '); at < text.size();
         at = text.find_first_not_of(' ', at)) {
        if (text.compare(at, 4, "none") == 0) {
            vectors.emplace_back();
            at += 4;
            continue;
        }
        const auto close = text.find(')', at);
        if (text[at] != '(' || close == std::string::npos)
            return std::nullopt;
        std::vector<double> parts;
        std::istringstream inside(text.substr(at + 1, close - at - 1));
        for (std::string part; std::getline(inside, part, ',');) {
            const auto number = numberOf(trimmed(part));
            if (!number)
                return std::nullopt;
            parts.push_back(*number);
        }
        vectors.emplace_back(std::move(parts));
        at = close + 1;
    }
    return vectors;
}

} // namespace limn
