#include "io/work/folder.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace limn {
namespace {

namespace fs = std::filesystem;

constexpr std::array endings{".png",   ".jpg", ".jpeg", ".jpe", ".tif",    ".tiff", ".bmp",   ".dcm",
                             ".dicom", ".dic", ".ima",  ".nii", ".nii.gz", ".hdr",  ".hdr.gz",
                             ".nrrd",  ".nhdr"};
constexpr std::array dicomEndings{".dcm", ".dicom", ".dic", ".ima"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

// "DICM" after a preamble of 128 bytes (PS3.10, 7.1).
bool hasDicomPrefix(const fs::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) && file.seek(128)
        && file.read(4) == "DICM";
}

// Exporters name DICOM files IM0001, or by a UID: then what follows the last dot is a number.
bool hasNoEnding(const std::string& name)
{
    const auto dot = name.rfind('.');
    return dot == std::string::npos
        || std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dot) + 1, name.end(), isDigit);
}

std::string lowerName(const fs::path& path)
{
    std::string name = path.filename().string();
    std::ranges::transform(name, name.begin(), lower);
    return name;
}

bool looksLikeImage(const fs::path& path)
{
    const std::string name = lowerName(path);
    if (isDicomDirectory(path))
        return false;
    if (std::ranges::any_of(endings, [&](const char* ending) { return name.ends_with(ending); }))
        return true;
    return hasNoEnding(name) && hasDicomPrefix(path);
}

// The digits at the front of `text` without leading zeros, cut off from it.
std::string_view takeNumber(std::string_view& text)
{
    const auto end = std::ranges::find_if_not(text, isDigit);
    std::string_view number = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(number.size());
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

// Below, above, or equal to 0 as a comes before, after, or level with b; both are cut to what
// follows.
int compareFront(std::string_view& a, std::string_view& b)
{
    if (isDigit(a.front()) && isDigit(b.front())) {
        const auto first = takeNumber(a);
        const auto second = takeNumber(b);
        if (first.size() != second.size())
            return first.size() < second.size() ? -1 : 1;
        return first.compare(second);
    }
    const int difference =
        static_cast<unsigned char>(lower(a.front())) - static_cast<unsigned char>(lower(b.front()));
    a.remove_prefix(1);
    b.remove_prefix(1);
    return difference;
}

} // namespace

bool mayBeDicom(const fs::path& file)
{
    const std::string name = lowerName(file);
    return hasNoEnding(name)
        || std::ranges::any_of(dicomEndings,
                               [&](const char* ending) { return name.ends_with(ending); });
}

bool isDicomDirectory(const fs::path& file)
{
    return lowerName(file) == "dicomdir";
}

bool comesBefore(std::string_view a, std::string_view b)
{
    std::string_view restOfA = a;
    std::string_view restOfB = b;
    while (!restOfA.empty() && !restOfB.empty())
        if (const int order = compareFront(restOfA, restOfB); order != 0)
            return order < 0;
    if (restOfA.empty() != restOfB.empty())
        return restOfA.empty();
    return a < b; // "a01" and "a1", "A" and "a": any order, but always the same
}

Result<std::vector<fs::path>> listImages(const fs::path& folder, std::stop_token stop,
                                         const std::function<bool(const fs::path&)>& isOwnOutput)
{
    std::error_code error;
    fs::directory_iterator entry(folder, fs::directory_options::none, error);
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return fail(ErrorCode::NotFound, folder.string(), error.message());
    if (error)
        return fail(ErrorCode::NotReadable, folder.string(), error.message());
    std::vector<std::pair<std::string, fs::path>> images; // by name, so that no name is made twice
    for (; entry != fs::directory_iterator(); entry.increment(error)) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, folder.string());
        std::error_code vanished;
        const fs::path& path = entry->path();
        std::string name = path.filename().string();
        if (name.starts_with('.') || !entry->is_regular_file(vanished) || !looksLikeImage(path)
            || isOwnOutput(path))
            continue;
        images.emplace_back(std::move(name), path);
    }
    if (error)
        return fail(ErrorCode::NotReadable, folder.string(), error.message());
    std::ranges::sort(images, comesBefore,
                      [](const auto& image) -> std::string_view { return image.first; });
    std::vector<fs::path> paths;
    paths.reserve(images.size());
    for (auto& [name, path] : images)
        paths.push_back(std::move(path));
    return paths;
}

} // namespace limn
