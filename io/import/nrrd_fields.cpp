#include "io/import/nrrd_fields.h"

#include <algorithm>
#include <charconv>

namespace limn {
namespace {

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return lower;
}

std::string unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == '\\' && i + 1 < text.size();
        if (isEscape && (text[i + 1] == 'n' || text[i + 1] == '\\'))
            plain += text[++i] == 'n' ? '\n' : '\\';
        else
            plain += text[i];
    }
    return plain;
}

void take(std::string_view line, NrrdFields& fields)
{
    // A key may hold ": ", and a field's description ":=": what comes first decides.
    const auto key = line.find(":="), field = line.find(": ");
    if (key != std::string_view::npos && (field == std::string_view::npos || key < field))
        fields.words.emplace(std::string(line.substr(0, key)), unescaped(line.substr(key + 2)));
    else if (field != std::string_view::npos)
        fields.fields.emplace(lowered(trimmed(line.substr(0, field))),
                              std::string(trimmed(line.substr(field + 2))));
}

std::optional<double> numberOf(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size() ? std::optional(number)
                                                                    : std::nullopt;
}

} // namespace

std::string_view NrrdFields::of(const std::string& field) const
{
    const auto found = fields.find(field);
    return found == fields.end() ? std::string_view{} : std::string_view(found->second);
}

NrrdFields nrrdFields(Bytes head)
{
    const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
    NrrdFields fields;
    std::size_t at = 0;
    for (bool isFirst = true;; isFirst = false) {
        const auto end = text.find('\n', at);
        std::string_view line = text.substr(at, end == std::string_view::npos ? end : end - at);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!line.empty() && !isFirst && !line.starts_with('#'))
            take(line, fields);
        at = end == std::string_view::npos ? text.size() : end + 1;
        fields.isEnded = line.empty() && end != std::string_view::npos;
        if (fields.isEnded || end == std::string_view::npos)
            break;
    }
    fields.end = at;
    return fields;
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size() ? std::optional(number)
                                                                    : std::nullopt;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    while (!(text = trimmed(text)).empty()) {
        const bool isQuoted = text.starts_with('"');
        if (isQuoted)
            text.remove_prefix(1);
        const auto end = std::min(text.find_first_of(isQuoted ? "\"" : " \t"), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::optional<std::vector<double>> numbersOf(std::string_view text)
{
    std::vector<double> numbers;
    for (const std::string& word : wordsOf(text)) {
        const auto number = numberOf(word);
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

Result<std::vector<std::optional<std::vector<double>>>> vectorsOf(std::string_view text)
{
    std::vector<std::optional<std::vector<double>>> vectors;
    while (!(text = trimmed(text)).empty()) {
        if (text.starts_with("none")) {
            vectors.emplace_back();
            text.remove_prefix(4);
            continue;
        }
        const auto end = text.find(')');
        if (!text.starts_with('(') || end == std::string_view::npos)
            return fail(ErrorCode::Damaged, {}, "a vector that is none: " + std::string(text));
        std::string inside(text.substr(1, end - 1));
        std::ranges::replace(inside, ',', ' ');
        auto numbers = numbersOf(inside);
        if (!numbers)
            return fail(ErrorCode::Damaged, {}, "a vector that is none: (" + inside + ")");
        vectors.emplace_back(std::move(*numbers));
        text.remove_prefix(end + 1);
    }
    return vectors;
}

} // namespace limn
