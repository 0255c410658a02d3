#include "model/training/packed_set.h"

#include "model/diffusion/picture.h"
#include "model/files/safetensors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace limn {
namespace {

constexpr std::size_t headerLimit = std::size_t{16} << 20;

std::unexpected<Error> bad(const std::string& subject, const std::string& detail)
{
    return fail(ErrorCode::BadData, subject, detail);
}

at::Tensor copied(const TensorView& view, at::ScalarType type)
{
    at::Tensor tensor = at::empty(view.shape, at::TensorOptions(type));
    std::copy(view.bytes.begin(), view.bytes.end(), static_cast<std::byte*>(tensor.data_ptr()));
    return tensor;
}

Result<at::Tensor> readPicture(const std::string& id, const TensorView& view)
{
    if (view.shape.size() != 3 || view.shape[2] < 1 || view.shape[2] > 4)
        return bad(id, "the picture is not height x width x 1 to 4");
    at::Tensor picture;
    switch (view.type) {
    case TensorType::U8: picture = copied(view, at::kByte).to(at::kFloat); break;
    case TensorType::U16: picture = copied(view, at::kUInt16).to(at::kFloat); break;
    case TensorType::F32: picture = copied(view, at::kFloat); break;
    default: return bad(id, "the picture is neither U8, U16 nor F32");
    }
    if (!at::isfinite(picture).all().item<bool>())
        return bad(id, "the picture holds a value that is not finite");
    return picture.permute({2, 0, 1}).contiguous();
}

// Class by class, so that a thin class keeps its share, then the largest.
at::Tensor stretchedLabels(const at::Tensor& labels, int classes, int side)
{
    const at::Tensor shares =
        at::one_hot(labels.to(at::kLong), classes).permute({2, 0, 1}).to(at::kFloat);
    return stretched(shares.contiguous(), side).argmax(0).to(at::kByte);
}

Result<PackedImage> readImage(const std::string& id, const nlohmann::json& facts,
                              const Safetensors& file, int classes)
{
    const auto picture = file.tensors.find("image/" + id);
    const auto mask = file.tensors.find("mask/" + id);
    if (picture == file.tensors.end() || mask == file.tensors.end())
        return bad(id, "image or mask is missing");
    auto values = readPicture(id, picture->second);
    if (!values)
        return std::unexpected(values.error());
    const TensorView& view = mask->second;
    if (view.type != TensorType::U8 || view.shape.size() != 2)
        return bad(id, "the mask is not height x width bytes");
    if (view.shape[0] != picture->second.shape[0] || view.shape[1] != picture->second.shape[1])
        return bad(id, "image and mask differ in size");
    PackedImage image;
    image.id = id;
    image.patient = facts.at("case").get<std::string>();
    image.picture = *values;
    image.labels = copied(view, at::kByte);
    image.volume = facts.value("volume", std::string());
    image.slice = facts.value("slice", 0);
    if (facts.contains("sliceSpacingMm"))
        image.sliceSpacingMm = facts["sliceSpacingMm"].get<double>();
    if (facts.contains("spacingMm") && !facts["spacingMm"].is_null())
        image.spacingMm = facts["spacingMm"].get<std::array<double, 2>>();
    const int largest = image.labels.numel() == 0 ? 0 : image.labels.max().item<std::uint8_t>();
    if (largest >= classes)
        return bad(id,
                   "label " + std::to_string(largest) + ", but the highest class is "
                       + std::to_string(classes - 1));
    return image;
}

Result<PackedSet> readImages(const Safetensors& file, const nlohmann::json& facts,
                             Resolution resolution, int side,
                             const std::vector<std::string>& only)
{
    const std::set<std::string> wanted(only.begin(), only.end());
    std::set<std::string> missing = wanted;
    PackedSet set;
    set.classes = facts.at("classes").get<std::vector<std::string>>();
    const int classes = static_cast<int>(set.classes.size()) + 1;
    if (classes < 2 || classes > 16)
        return bad("", "1 to 15 classes, not " + std::to_string(classes - 1));
    const auto input = inputKindNamed(facts.value("input", std::string()));
    std::vector<bool> isSeen(static_cast<std::size_t>(classes), false);
    for (const auto& [id, imageFacts] : facts.at("images").items()) {
        const std::string stack = imageFacts.value("volume", id);
        if (!wanted.empty() && !wanted.contains(id) && !wanted.contains(stack))
            continue;
        missing.erase(id);
        missing.erase(stack);
        auto image = readImage(id, imageFacts, file, classes);
        if (!image)
            return std::unexpected(image.error());
        const int channels = static_cast<int>(image->picture.size(0));
        if (!set.images.empty() && channels != set.channels)
            return bad(id, "pictures of different channels in one set");
        set.channels = channels;
        for (int c = 1; c < classes; ++c)
            if (!isSeen[static_cast<std::size_t>(c)])
                isSeen[static_cast<std::size_t>(c)] = (image->labels == c).any().item<bool>();
        if (resolution == Resolution::Training) {
            image->picture = stretched(image->picture, side).contiguous();
            image->labels = stretchedLabels(image->labels, classes, side);
        }
        set.images.push_back(std::move(*image));
    }
    if (!missing.empty())
        return bad(*missing.begin(), "no such image in the set");
    if (set.images.empty())
        return bad("", "no image in it");
    set.input = input.value_or(set.channels == 3 ? InputKind::Colour : InputKind::Grey);
    if (!isChannelCount(set.input, set.channels))
        return bad("", "its channels are not those of its kind of input");
    for (int c = 1; c < classes && wanted.empty(); ++c)
        if (!isSeen[static_cast<std::size_t>(c)])
            return bad(set.classes[static_cast<std::size_t>(c) - 1],
                       "no pixel of this class in any image");
    return set;
}

double commonSpacing(const std::vector<PackedImage>& images)
{
    double least = INFINITY, most = 0, sum = 0;
    for (const PackedImage& image : images) {
        if (!image.spacingMm)
            return 0;
        for (const double spacing : *image.spacingMm) {
            least = std::min(least, spacing);
            most = std::max(most, spacing);
            sum += spacing / 2;
        }
    }
    return most <= 1.1 * least ? sum / static_cast<double>(images.size()) : 0;
}

double largestValueOf(const Safetensors& file, const PackedSet& set)
{
    const TensorType type = file.tensors.at("image/" + set.images.front().id).type;
    if (type == TensorType::U8)
        return 255;
    if (type == TensorType::U16)
        return 65535;
    double largest = 1e-6;
    for (const PackedImage& image : set.images)
        largest = std::max(largest, image.picture.max().item<double>());
    return largest;
}

} // namespace

Result<PackedSet> readPackedSet(const std::filesystem::path& path, Resolution resolution, int side,
                                const std::vector<std::string>& only)
{
    auto file = openSafetensors(path, headerLimit);
    if (!file)
        return std::unexpected(file.error());
    const auto facts = file->metadata.find("limn.pack");
    if (facts == file->metadata.end())
        return bad(path.filename().string(), "not a set made by limn pack");
    try {
        auto set = readImages(*file, nlohmann::json::parse(facts->second), resolution, side, only);
        if (set) {
            set->largestValue = largestValueOf(*file, *set);
            set->spacingMm = commonSpacing(set->images);
        }
        return set;
    } catch (const nlohmann::json::exception& error) {
        return bad(path.filename().string(), error.what());
    }
}

} // namespace limn
