#include "app/mask_targets.h"

#include "app/image_folder.h"
#include "io/masks/file_names.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <map>

namespace limn {
namespace {

namespace fs = std::filesystem;

// What follows the picture's stem in a mask's name: "_s012", "_mask".
const QRegularExpression& maskEnding()
{
    static const QRegularExpression pattern(
        QStringLiteral("([_.-](mask|masks|seg|segmentation|label|labels|gt)|[.](seg|segfrac))$"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

struct Candidate {
    QString stem;
    int slice = -1;
};

void addWithoutSlice(const QString& stem, std::vector<Candidate>& candidates)
{
    static const QRegularExpression pattern(QStringLiteral("^(.+)_s(\\d{3,})$"));
    candidates.push_back({stem, -1});
    if (const auto match = pattern.match(stem); match.hasMatch())
        candidates.push_back({match.captured(1), match.captured(2).toInt() - 1});
}

// The longest first.
std::vector<Candidate> candidatesOf(const fs::path& file)
{
    QString stem = QString::fromStdString(limn::stemOf(file));
    std::vector<Candidate> candidates;
    addWithoutSlice(stem, candidates);
    for (auto match = maskEnding().match(stem); match.hasMatch(); match = maskEnding().match(stem)) {
        stem.truncate(match.capturedStart());
        addWithoutSlice(stem, candidates);
    }
    for (qsizetype at = stem.lastIndexOf(u'_'); at > 0; at = stem.lastIndexOf(u'_', at - 1))
        addWithoutSlice(stem.left(at), candidates); // X_LABEL, a label's own picture
    return candidates;
}

class Images {
public:
    Images(std::span<const ImageFiles> images, std::span<const std::string> stems)
    {
        for (std::size_t k = 0; k < images.size(); ++k) {
            const int index = static_cast<int>(k);
            m_byName.emplace(images[k].path.filename().string(), Place{index, -1});
            add(stems[k], index);
            add(safeFileName(stems[k]), index);
            add(limn::stemOf(images[k].path), index);
            if (images[k].stack && images[k].stack->files.size() > 1)
                for (std::size_t slice = 0; slice < images[k].stack->files.size(); ++slice)
                    m_byName.insert_or_assign(
                        images[k].stack->files[slice].filename().string(),
                        Place{index, static_cast<int>(slice)});
        }
    }

    struct Place {
        int image = -1, slice = -1;
    };

    Place named(const MaskEntry& entry) const
    {
        const auto found = m_byName.find(fs::path(entry.imageName).filename().string());
        if (found != m_byName.end())
            return {found->second.image, std::max(found->second.slice, entry.slice)};
        const auto stem = m_byStem.find(folded(limn::stemOf(entry.imageName)));
        return stem == m_byStem.end() ? Place{} : Place{stem->second, entry.slice};
    }

    Place ofFile(const fs::path& file) const
    {
        for (const Candidate& candidate : candidatesOf(file))
            if (const auto found = m_byStem.find(candidate.stem.toCaseFolded());
                found != m_byStem.end())
                return {found->second, candidate.slice};
        return {};
    }

private:
    static QString folded(const std::string& stem)
    {
        return QString::fromStdString(stem).toCaseFolded();
    }
    void add(const std::string& stem, int index) { m_byStem.emplace(folded(stem), index); }

    std::map<std::string, Place> m_byName;
    std::map<QString, int> m_byStem;
};

} // namespace

MaskPlan plannedMasks(std::span<const fs::path> files, std::span<const ImageFiles> images,
                      std::span<const std::string> stems, int open, ImportClient& client,
                      const std::stop_token& stop)
{
    MaskPlan plan;
    std::map<int, std::vector<PlannedMask>> byImage;
    const Images known(images, stems);
    for (const fs::path& file : files) {
        const auto entries = client.listMasks(file, stop);
        if (!entries) {
            plan.refused.push_back(entries.error());
            continue;
        }
        const std::string name = file.filename().string();
        for (std::size_t entry = 0; entry < entries->size(); ++entry) {
            const MaskEntry& one = (*entries)[entry];
            Images::Place place =
                one.imageName.empty() ? known.ofFile(file) : known.named(one);
            if (place.image < 0 && files.size() == 1 && entries->size() == 1)
                place.image = open;
            if (place.image < 0)
                plan.refused.push_back(
                    {ErrorCode::MaskMismatch, one.imageName.empty() ? name : one.imageName,
                     "no picture of this name is in the folder"});
            else
                byImage[place.image].push_back({file, static_cast<int>(entry), place.slice});
        }
    }
    for (auto& [image, masks] : byImage)
        plan.images.push_back({image, std::move(masks)});
    return plan;
}

bool hasMaskName(const fs::path& file)
{
    std::string suffix = file.extension().string();
    return suffix == ".json"
        || maskEnding().match(QString::fromStdString(stemOf(file))).hasMatch();
}

} // namespace limn
