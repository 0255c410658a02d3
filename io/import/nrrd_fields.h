// The lines of an NRRD header.
#pragma once

#include "io/import/bytes.h"

#include <map>
#include <optional>
#include <string>

namespace limn {

class NrrdFields {
public:
    // `end` becomes the place after the blank line, or of the last byte.
    static NrrdFields of(Bytes head, std::uint64_t& end);

    bool isEnded() const { return m_isEnded; } // by a blank line
    bool has(const std::string& name) const { return m_fields.contains(name); }
    std::string of(const std::string& name) const; // empty when absent
    std::optional<std::int64_t> wholeNumber(const std::string& name) const;
    // Nothing when absent or one of them is no number ("nan" is one).
    std::optional<std::vector<double>> numbers(const std::string& name) const;
    std::vector<std::string> words(const std::string& name) const; // quotes hold blanks
    // "(1,0,0) none (0,1,0)"; nothing when absent or malformed.
    std::optional<std::vector<std::optional<std::vector<double>>>>
    vectors(const std::string& name) const;

private:
    void add(std::string line);

    std::map<std::string, std::string> m_fields;
    bool m_isEnded = false;
};

} // namespace limn
