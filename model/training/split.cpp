#include "model/training/split.h"

#include "model/files/durable_file.h"
#include "model/training/random.h"

#include <fstream>
#include <map>
#include <set>

namespace limn {
namespace {

Split dividedBy(std::vector<PackedImage> images, const std::set<std::string>& validationPatients)
{
    Split split;
    for (PackedImage& image : images) {
        auto& side = validationPatients.contains(image.patient) ? split.validation : split.training;
        side.push_back(std::move(image));
    }
    return split;
}

// Each patient with the number of its images, in an order drawn by the seed.
std::vector<std::pair<std::string, std::size_t>>
shuffledPatients(const std::vector<PackedImage>& images, std::uint64_t seed)
{
    std::map<std::string, std::size_t> imagesOf;
    for (const PackedImage& image : images)
        ++imagesOf[image.patient];
    std::vector<std::pair<std::string, std::size_t>> patients(imagesOf.begin(), imagesOf.end());
    Random random(seed);
    for (std::size_t i = patients.size(); i > 1; --i)
        std::swap(patients[i - 1], patients[random.below(i)]);
    return patients;
}

Result<Split> checked(Split split)
{
    if (split.training.empty() || split.validation.empty())
        return fail(ErrorCode::BadData, "", "the split leaves one side without images");
    return split;
}

} // namespace

Result<Split> splitByShare(std::vector<PackedImage> images, double share, std::uint64_t seed)
{
    std::set<std::string> chosen;
    std::size_t count = 0;
    for (const auto& [patient, own] : shuffledPatients(images, seed)) {
        if (static_cast<double>(count) >= share * static_cast<double>(images.size()))
            break;
        chosen.insert(patient);
        count += own;
    }
    return checked(dividedBy(std::move(images), chosen));
}

Result<Split> splitByFold(std::vector<PackedImage> images, int folds, int fold, std::uint64_t seed)
{
    const auto patients = shuffledPatients(images, seed);
    std::set<std::string> chosen;
    for (auto i = static_cast<std::size_t>(fold); i < patients.size();
         i += static_cast<std::size_t>(folds))
        chosen.insert(patients[i].first);
    return checked(dividedBy(std::move(images), chosen));
}

Result<Split> splitByIds(std::vector<PackedImage> images,
                         const std::vector<std::string>& validationIds)
{
    std::set<std::string> unknown(validationIds.begin(), validationIds.end());
    const std::set<std::string> wanted = unknown;
    std::set<std::string> chosen;
    for (const PackedImage& image : images)
        if (wanted.contains(listedName(image))) {
            unknown.erase(listedName(image));
            chosen.insert(image.patient);
        }
    if (!unknown.empty())
        return fail(ErrorCode::BadData, *unknown.begin(), "no such image in the set");
    for (const PackedImage& image : images)
        if (chosen.contains(image.patient) && !wanted.contains(listedName(image)))
            return fail(ErrorCode::BadData, image.patient, "this patient would be on both sides");
    return checked(dividedBy(std::move(images), chosen));
}

Result<std::vector<std::string>> readIds(const std::filesystem::path& path)
{
    if (!std::filesystem::exists(path))
        return fail(ErrorCode::NotFound, path.filename().string());
    std::ifstream file(path);
    if (!file)
        return fail(ErrorCode::NotReadable, path.filename().string());
    std::vector<std::string> ids;
    for (std::string line; std::getline(file, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        if (!line.empty())
            ids.push_back(line);
    }
    return ids;
}

Result<void> writeIds(const std::filesystem::path& path, const std::vector<PackedImage>& images)
{
    std::string text, last;
    for (const PackedImage& image : images) // the slices of a stack follow each other
        if (const std::string& name = listedName(image); name != last) {
            text += name + "\n";
            last = name;
        }
    return writeDurably(path, std::as_bytes(std::span(text)), IfExists::Replace);
}

} // namespace limn
