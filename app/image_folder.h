// Folders of pictures or masks, seen by the names in them.
#pragma once

#include "model/data/error.h"

#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace limn {

// The file's name without its ending; ".nii.gz" and its like are one ending.
std::string stemOf(const std::filesystem::path& path);

// The files of a folder by stem, in the order of names; hidden ones and other folders are left out.
// Files that are no pictures (.json, .csv, .txt, .md, .npy, .npz), and the data files (.img) of
// NIfTI headers, too. Errors: NotFound,
// NotReadable.
Result<std::map<std::string, std::vector<std::filesystem::path>>>
filesByStem(const std::filesystem::path& folder);

// Of each picture's stem, or of "X_mask" as X (which goes before a plain X in the same folder), the
// file. Errors: those above, BadData (two files of one stem).
Result<std::map<std::string, std::filesystem::path>>
masksByStem(const std::filesystem::path& folder);

// Which patient a picture belongs to; bootstrap and split keep a patient together.
class PatientRule {
public:
    PatientRule() = default; // every picture its own patient
    // The pattern's first group (or its whole match) in the picture's stem. Error: BadArgument.
    static Result<PatientRule> byPattern(const std::string& pattern);
    // From a table of two columns, stem and patient, comma-separated; a heading does no harm.
    // Errors: NotFound, NotReadable.
    static Result<PatientRule> byTable(const std::filesystem::path& csv);

    // Error: BadData when the pattern or the table says nothing of it.
    Result<std::string> patientOf(const std::string& stem) const;

private:
    enum class Kind { Own, Pattern, Table };
    Kind m_kind = Kind::Own;
    std::regex m_pattern;
    std::map<std::string, std::string> m_table;
};

} // namespace limn
