// What labels mean, in codes that other programs know.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limn {

struct LabelCode {
    std::string value, scheme, meaning;
};

struct CodedLabel {
    LabelCode category, type;
    std::optional<LabelCode> modifier; // left, right, anterior, posterior
};

// SNOMED CT for the names of a short table, of which every row is in DICOM's own lists (PS3.16), in
// singular or plural, with "left", "right", "anterior" or "posterior" before or after it. Any other
// name gets a code of the scheme 99LIMN that is the same for the same name everywhere.
CodedLabel codeOf(const std::string& name);

// Every name of the table, for the test that asks somebody else's copy of the lists.
std::vector<std::string_view> codedNames();

} // namespace limn
