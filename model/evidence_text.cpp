#include "model/evidence_text.h"

#include <algorithm>
#include <sstream>

namespace limn {
namespace {

constexpr int longestSide = 16384; // px

bool putRun(Evidence& evidence, std::istream& in)
{
    std::size_t first = 0, count = 0;
    int label = 0;
    char plus = 0, equals = 0;
    in >> first >> plus >> count >> equals >> label;
    if (!in || plus != '+' || equals != '=' || first >= evidence.classes.size() || count == 0
        || count > evidence.classes.size() - first || label < 0 || label >= untouched)
        return false;
    std::fill_n(evidence.classes.begin() + static_cast<std::ptrdiff_t>(first), count,
                static_cast<Label>(label));
    return true;
}

} // namespace

std::string textOf(const Evidence& evidence)
{
    const auto& classes = evidence.classes;
    std::string runs;
    for (std::size_t i = 0; i < classes.size();) {
        std::size_t end = i + 1;
        while (end < classes.size() && classes[end] == classes[i])
            ++end;
        if (classes[i] != untouched)
            runs += ' ' + std::to_string(i) + '+' + std::to_string(end - i) + '='
                + std::to_string(classes[i]);
        i = end;
    }
    if (runs.empty())
        return {};
    return std::to_string(evidence.size.width) + 'x' + std::to_string(evidence.size.height) + runs;
}

Result<Evidence> evidenceFrom(const std::string& text)
{
    const auto bad = [] { return fail(ErrorCode::BadData, "", "the strokes can't be read"); };
    std::istringstream in(text);
    Evidence evidence;
    char times = 0;
    in >> evidence.size.width >> times >> evidence.size.height;
    if (!in || times != 'x' || evidence.size.width < 1 || evidence.size.height < 1
        || evidence.size.width > longestSide || evidence.size.height > longestSide)
        return bad();
    evidence.classes.assign(evidence.size.area(), untouched);
    while (in >> std::ws && !in.eof())
        if (!putRun(evidence, in))
            return bad();
    return evidence;
}

} // namespace limn
