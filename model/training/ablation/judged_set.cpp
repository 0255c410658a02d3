#include "model/training/ablation/judged_set.h"

#include "model/diffusion/layers.h"
#include "model/diffusion/picture.h"

#include <map>

namespace limn {
namespace {

constexpr std::uint64_t noiseSeed = 20250101;

Result<Split> divided(const PlanSet& set, int fold, std::vector<PackedImage> images)
{
    if (set.folds > 0)
        return splitByFold(std::move(images), set.folds, fold, set.splitSeed);
    if (set.validationIds.empty())
        return splitByShare(std::move(images), set.validationShare, set.splitSeed);
    const auto ids = readIds(set.validationIds);
    if (!ids)
        return std::unexpected(ids.error());
    return splitByIds(std::move(images), *ids);
}

// The same images again, in the order of `judged`.
Result<std::vector<PackedImage>> originalsOf(const PlanSet& set,
                                             const std::vector<PackedImage>& judged)
{
    std::vector<std::string> ids;
    for (const PackedImage& image : judged)
        ids.push_back(image.id);
    auto packed = readPackedSet(set.file, Resolution::Original, 0, ids);
    if (!packed)
        return std::unexpected(packed.error());
    std::map<std::string, PackedImage> byId;
    for (PackedImage& image : packed->images)
        byId.emplace(image.id, std::move(image));
    std::vector<PackedImage> originals;
    for (const std::string& id : ids)
        originals.push_back(std::move(byId.at(id)));
    return originals;
}

} // namespace

Result<JudgedSet> readJudgedSet(const PlanSet& set, int fold)
{
    auto packed = readPackedSet(set.file, Resolution::Training, set.side);
    if (!packed)
        return std::unexpected(packed.error());
    JudgedSet result{set.name,
                     packed->classes,
                     packed->channels,
                     packed->input,
                     packed->largestValue,
                     set.side,
                     fold,
                     {},
                     {}};
    auto split = divided(set, fold, std::move(packed->images));
    if (!split)
        return std::unexpected(split.error());
    result.split = std::move(*split);
    auto originals = originalsOf(set, result.split.validation);
    if (!originals)
        return std::unexpected(originals.error());
    result.originals = std::move(*originals);
    return result;
}

std::string RunName::folder() const
{
    return set + "." + arm + "." + std::to_string(seed);
}

CsvTable imageTable(const std::vector<std::string>& moreColumns)
{
    CsvTable table{{"set", "arm", "seed", "image", "patient"}, {}};
    table.columns.insert(table.columns.end(), moreColumns.begin(), moreColumns.end());
    return table;
}

void addRow(CsvTable& table, const RunName& run, const PackedImage& image,
            const std::vector<std::string>& moreCells)
{
    std::vector<std::string> row{run.set, run.arm, std::to_string(run.seed), image.id,
                                 image.patient};
    row.insert(row.end(), moreCells.begin(), moreCells.end());
    table.rows.push_back(std::move(row));
}

at::Tensor stackedLabels(const std::vector<PackedImage>& images, std::size_t start, std::size_t end,
                         at::Device device)
{
    std::vector<at::Tensor> labels;
    for (std::size_t i = start; i < end; ++i)
        labels.push_back(images[i].labels.to(at::kLong));
    return at::stack(labels).to(device);
}

at::Tensor oneHotOf(const at::Tensor& labels, int classes)
{
    return at::one_hot(labels, classes).permute({0, 3, 1, 2}).to(at::kFloat);
}

at::Tensor picturesOf(const std::vector<PackedImage>& images, std::size_t start, std::size_t count,
                      const ColourScale& scale, at::Device device)
{
    std::vector<at::Tensor> pictures;
    for (std::size_t i = start; i < std::min(images.size(), start + count); ++i)
        pictures.push_back(normalised(images[i].picture, scale));
    return channelsLast(at::stack(pictures).to(device));
}

std::vector<std::uint64_t> noiseSeeds(std::size_t start, std::size_t end)
{
    std::vector<std::uint64_t> seeds;
    for (std::size_t i = start; i < end; ++i)
        seeds.push_back(mixed(noiseSeed, i));
    return seeds;
}

} // namespace limn
