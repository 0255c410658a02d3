// The lines of an NRRD header: https://teem.sourceforge.net/nrrd/format.html
#pragma once

#include "io/import/bytes.h"
#include "model/data/volume.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limn {

struct NrrdFields {
    std::map<std::string, std::string> fields; // "field: description", names in lower case
    std::map<std::string, std::string> words; // "key:=value", "\n" and "\\" resolved
    std::size_t end = 0; // of the header, where attached data begins
    bool isEnded = false; // by an empty line, which a header without data need not have

    std::string_view of(const std::string& field) const; // empty when it is not there
};

NrrdFields nrrdFields(Bytes head);

// A whole number; nothing for anything else.
std::optional<std::int64_t> wholeNumber(std::string_view text);

std::vector<std::string> wordsOf(std::string_view text); // parted by blanks; "quoted ones" whole
std::optional<std::vector<double>> numbersOf(std::string_view text);

// "(1,0,0) none (0,1,0)": nothing for "none", whose place stays. Error: Damaged.
Result<std::vector<std::optional<std::vector<double>>>> vectorsOf(std::string_view text);

} // namespace limn
