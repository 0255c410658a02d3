#include "app/output_stems.h"

#include "app/image_folder.h"

#include <QString>

#include <functional>
#include <map>

namespace limn {
namespace {

using Naming = std::function<std::string(const std::filesystem::path&)>;

// Replaces the stems that several paths share by another name for each of them.
void renameShared(const std::vector<std::filesystem::path>& paths, std::vector<std::string>& stems,
                  const Naming& naming)
{
    std::map<QString, int> count;
    for (const auto& stem : stems)
        ++count[QString::fromStdString(stem).toCaseFolded()];
    for (std::size_t i = 0; i < paths.size(); ++i)
        if (count[QString::fromStdString(stems[i]).toCaseFolded()] > 1)
            stems[i] = naming(paths[i]);
}

std::string withParent(const std::filesystem::path& path)
{
    return path.parent_path().filename().string() + "_" + stemOf(path);
}

std::string withSuffix(const std::filesystem::path& path)
{
    const std::string suffix = path.extension().string();
    return withParent(path) + "_" + (suffix.empty() ? "file" : suffix.substr(1));
}

} // namespace

std::vector<std::string> outputStems(const std::vector<std::filesystem::path>& paths)
{
    std::vector<std::string> stems;
    for (const auto& path : paths)
        stems.push_back(stemOf(path));
    renameShared(paths, stems, withParent);
    renameShared(paths, stems, withSuffix);
    // Folders of one name in different places: number what is still shared.
    std::map<QString, int> seen;
    for (auto& stem : stems)
        if (const int number = ++seen[QString::fromStdString(stem).toCaseFolded()]; number > 1)
            stem.append("_").append(std::to_string(number));
    return stems;
}

} // namespace limn
