#include "io/release/release_names.h"

#include "io/masks/file_names.h"

#include <QSet>
#include <QString>

namespace limn {
namespace {

constexpr int nameBytes = 100; // with room for "_left_lung_prob.png" within what file systems take

QString folded(const std::string& name)
{
    return QString::fromStdString(name).toCaseFolded();
}

} // namespace

std::vector<std::string> releaseNames(const std::vector<std::string>& stems)
{
    std::vector<std::string> names;
    QSet<QString> taken;
    for (const std::string& stem : stems) {
        const std::string base = safeFileName(stem, nameBytes);
        std::string name = base;
        for (int number = 2; taken.contains(folded(name)); ++number)
            name = base + '-' + std::to_string(number);
        taken.insert(folded(name));
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace limn
