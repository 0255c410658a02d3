#include "app/image_folder.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace limn {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 8> otherSuffixes{".json", ".csv", ".txt",  ".md",
                                                        ".npy",  ".npz", ".limn", ".img"};
constexpr std::array<std::string_view, 3> packedSuffixes{".nii", ".hdr", ".img"};
constexpr std::string_view maskEnding = "_mask";

// A field as a table program writes it: without the quotes around it, blanks and the line's CR.
std::string bare(std::string field)
{
    const auto first = field.find_first_not_of(" \t\r\"");
    if (first == std::string::npos)
        return {};
    return field.substr(first, field.find_last_not_of(" \t\r\"") - first + 1);
}

} // namespace

std::string stemOf(const fs::path& path)
{
    const fs::path stem = path.stem();
    const bool isPacked = path.extension() == ".gz"
        && std::ranges::find(packedSuffixes, stem.extension().string()) != packedSuffixes.end();
    return isPacked ? stem.stem().string() : stem.string();
}

Result<std::map<std::string, std::vector<fs::path>>> filesByStem(const fs::path& folder)
{
    std::map<std::string, std::vector<fs::path>> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const fs::path& path = it->path();
        std::error_code ignored;
        if (path.filename().string().starts_with('.') || !it->is_regular_file(ignored)
            || std::ranges::find(otherSuffixes, path.extension().string()) != otherSuffixes.end()
            || path.filename().string().ends_with(".img.gz"))
            continue;
        files[stemOf(path)].push_back(path);
    }
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return fail(ErrorCode::NotFound, folder.string(), error.message());
    if (error)
        return fail(ErrorCode::NotReadable, folder.string(), error.message());
    return files;
}

Result<std::map<std::string, fs::path>> masksByStem(const fs::path& folder)
{
    const auto files = filesByStem(folder);
    if (!files)
        return std::unexpected(files.error());
    std::map<std::string, fs::path> masks;
    for (const bool isMarked : {true, false}) // X_mask goes before X
        for (const auto& [stem, paths] : *files) {
            if (stem.ends_with(maskEnding) != isMarked)
                continue;
            if (paths.size() > 1)
                return fail(ErrorCode::BadData, stem, "two files of this name");
            masks.emplace(isMarked ? stem.substr(0, stem.size() - maskEnding.size()) : stem,
                          paths.front());
        }
    return masks;
}

Result<PatientRule> PatientRule::byPattern(const std::string& pattern)
{
    PatientRule rule;
    rule.m_kind = Kind::Pattern;
    try {
        rule.m_pattern = std::regex(pattern);
    } catch (const std::regex_error& error) {
        return fail(ErrorCode::BadArgument, pattern, error.what());
    }
    return rule;
}

Result<PatientRule> PatientRule::byTable(const fs::path& csv)
{
    std::ifstream lines(csv);
    if (!lines)
        return fail(fs::exists(csv) ? ErrorCode::NotReadable : ErrorCode::NotFound, csv.string());
    PatientRule rule;
    rule.m_kind = Kind::Table;
    std::string line;
    while (std::getline(lines, line)) {
        const auto comma = line.find(',');
        if (comma == std::string::npos)
            continue;
        const std::string rest = line.substr(comma + 1);
        rule.m_table[bare(line.substr(0, comma))] = bare(rest.substr(0, rest.find(',')));
    }
    return rule;
}

Result<std::string> PatientRule::patientOf(const std::string& stem) const
{
    if (m_kind == Kind::Own)
        return stem;
    if (m_kind == Kind::Table) {
        const auto row = m_table.find(stem);
        if (row == m_table.end() || row->second.empty())
            return fail(ErrorCode::BadData, stem, "not in the table of patients");
        return row->second;
    }
    std::smatch match;
    if (!std::regex_search(stem, match, m_pattern))
        return fail(ErrorCode::BadData, stem, "the pattern of patients does not match");
    return match.size() > 1 ? match[1].str() : match[0].str();
}

} // namespace limn
