#include "io/import/volume_mask.h"

#include "io/import/label_numbers.h"
#include "io/import/label_words.h"
#include "io/import/mask_reader.h"
#include "io/import/nifti_reader.h"
#include "io/import/nifti_values.h"
#include "io/import/nrrd_reader.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>

namespace limn {
namespace {

using FrameReader = std::function<Result<std::vector<std::byte>>(int frame)>;

Result<ImportedMask> shapeOf(const NiftiHeader& header)
{
    if (isNiftiColour(header))
        return fail(ErrorCode::ChannelsMismatch, {}, "a mask has one value a voxel, this has colours");
    ImportedMask mask;
    mask.size = header.size();
    mask.sliceCount = header.frames();
    mask.volumes = header.frames() / header.slices();
    mask.isVolumeFile = true;
    if (header.hasPlace)
        mask.place = header.voxelToLps;
    if (auto good = checkMaskSize(mask.size, mask.sliceCount); !good)
        return std::unexpected(good.error());
    mask.values.reserve(mask.size.area() * static_cast<std::size_t>(mask.sliceCount));
    return mask;
}

Result<void> takeValues(const NiftiHeader& header, const FrameReader& read, LabelNumbers& numbers,
                        ImportedMask& mask)
{
    for (int frame = 0; frame < mask.sliceCount; ++frame) {
        const auto bytes = read(frame);
        if (!bytes)
            return std::unexpected(bytes.error());
        const auto values = niftiLabels(*bytes, header);
        if (!values)
            return std::unexpected(values.error());
        for (const std::int32_t value : *values)
            mask.values.push_back(numbers.of(value));
    }
    return numbers.fault();
}

void nameByNumber(const LabelNumbers& numbers, std::vector<MaskLabel> named, ImportedMask& mask)
{
    mask.labels = std::move(named);
    for (const auto& [value, label] : numbers.taken())
        if (std::ranges::find(mask.labels, label, &MaskLabel::label) == mask.labels.end())
            mask.labels.push_back({label, value == label ? "" : "Label " + std::to_string(value), {}});
}

// The comment that Limn writes behind the header: flag, then length, kind, text.
std::string commentOf(Bytes extensions)
{
    constexpr std::uint32_t comment = 6;
    std::size_t at = 4;
    if (extensions.size() < 4 || extensions[0] == std::byte{0})
        return {};
    while (at + 8 <= extensions.size()) {
        const std::uint32_t length = numberAt(extensions, at, 4, Endian::Little);
        const std::uint32_t kind = numberAt(extensions, at + 4, 4, Endian::Little);
        if (length < 8 || length > extensions.size() - at)
            return {};
        if (kind == comment) {
            std::string text(reinterpret_cast<const char*>(extensions.data()) + at + 8, length - 8);
            return text.substr(0, text.find('\0'));
        }
        at += length;
    }
    return {};
}

// Of one segment of 3D Slicer.
struct Segment {
    int layer = 0, value = 0;
    MaskLabel label;
};

std::optional<int> numberIn(const std::map<std::string, std::string>& words, const std::string& key)
{
    const auto found = words.find(key);
    if (found == words.end())
        return std::nullopt;
    char* end = nullptr;
    const long number = std::strtol(found->second.c_str(), &end, 10);
    return end != found->second.c_str() && number >= 0 && number < 1 << 24
        ? std::optional(static_cast<int>(number))
        : std::nullopt;
}

std::optional<Colour> colourIn(const std::string& words)
{
    double red = 0, green = 0, blue = 0;
    if (std::sscanf(words.c_str(), "%lf %lf %lf", &red, &green, &blue) != 3)
        return std::nullopt;
    const auto byte = [](double part) {
        return static_cast<std::uint8_t>(std::lround(std::clamp(part, 0.0, 1.0) * 255));
    };
    return Colour{byte(red), byte(green), byte(blue)};
}

// Values of different layers may be the same, so labels are numbered segment by segment there.
std::vector<Segment> segmentsOf(const NrrdHeader& header)
{
    std::vector<Segment> segments;
    for (int k = 0; k < 254; ++k) {
        const std::string key = "Segment" + std::to_string(k) + '_';
        const auto value = numberIn(header.words, key + "LabelValue");
        if (!value)
            continue;
        Segment segment{numberIn(header.words, key + "Layer").value_or(0), *value, {}};
        if (const auto name = header.words.find(key + "Name"); name != header.words.end())
            segment.label.name = name->second;
        if (const auto colour = header.words.find(key + "Color"); colour != header.words.end())
            segment.label.colour = colourIn(colour->second);
        segments.push_back(std::move(segment));
    }
    for (std::size_t k = 0; k < segments.size(); ++k)
        segments[k].label.label = static_cast<Label>(header.layers > 1 ? k + 1 : 0);
    return segments;
}

Result<void> takeLayers(const NrrdHeader& header, const FrameReader& read,
                        const std::vector<Segment>& segments, ImportedMask& mask)
{
    std::map<std::pair<int, int>, Label> labels;
    for (const Segment& segment : segments)
        labels[{segment.layer, segment.value}] = segment.label.label;
    std::size_t met = 0;
    const auto layers = static_cast<std::size_t>(header.layers);
    for (int frame = 0; frame < mask.sliceCount; ++frame) {
        const auto bytes = read(frame);
        if (!bytes)
            return std::unexpected(bytes.error());
        const auto values = niftiLabels(*bytes, header.voxels);
        if (!values)
            return std::unexpected(values.error());
        for (std::size_t i = 0; i < values->size(); i += layers) {
            Label label = 0;
            for (std::size_t layer = 0; layer < layers; ++layer) {
                const auto found = (*values)[i + layer] == 0
                    ? labels.end()
                    : labels.find({static_cast<int>(layer), (*values)[i + layer]});
                if (found == labels.end())
                    continue;
                met += label != 0 ? 1 : 0;
                label = found->second;
            }
            mask.values.push_back(label);
        }
    }
    if (met > 0)
        mask.notes.push_back(std::to_string(met) + " voxels belong to several segments; the last was taken");
    return {};
}

} // namespace

Result<ImportedMask> niftiMask(const std::filesystem::path& path)
{
    const auto volume = openNifti(path);
    if (!volume)
        return std::unexpected(volume.error());
    auto mask = shapeOf(volume->header);
    if (!mask)
        return mask;
    mask->format = "NIfTI";
    LabelNumbers numbers;
    const auto read = [&](int frame) { return niftiFrame(volume->place, frame); };
    if (auto taken = takeValues(volume->header, read, numbers, *mask); !taken)
        return std::unexpected(taken.error());
    nameByNumber(numbers, labelsFrom(commentOf(volume->extensions)), *mask);
    return mask;
}

Result<ImportedMask> nrrdMask(const std::filesystem::path& path)
{
    const auto header = nrrdHeaderOf(path);
    if (!header)
        return std::unexpected(header.error());
    auto mask = shapeOf(header->voxels);
    if (!mask)
        return mask;
    mask->format = "NRRD";
    auto segments = segmentsOf(*header);
    const auto read = [&](int frame) { return nrrdFrame(path, *header, frame); };
    if (header->layers > 1) {
        if (segments.empty())
            return fail(ErrorCode::UnsupportedFormat, {},
                        "NRRD with " + std::to_string(header->layers) + " values a voxel, and no segments");
        if (auto taken = takeLayers(*header, read, segments, *mask); !taken)
            return std::unexpected(taken.error());
        for (Segment& segment : segments)
            mask->labels.push_back(std::move(segment.label));
        return mask;
    }
    LabelNumbers numbers;
    for (Segment& segment : segments)
        segment.label.label = numbers.of(segment.value); // in the file's order, so that they keep it
    if (auto taken = takeValues(header->voxels, read, numbers, *mask); !taken)
        return std::unexpected(taken.error());
    std::vector<MaskLabel> named;
    for (Segment& segment : segments)
        if (segment.label.label > 0)
            named.push_back(std::move(segment.label));
    nameByNumber(numbers, std::move(named), *mask);
    return mask;
}

} // namespace limn
