#include "app/packing.h"

#include "app/packed_picture.h"
#include "model/files/safetensors.h"
#include "model/segmenter.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace limn {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

struct PackImage {
    PackedPicture picture;
    std::vector<Label> labels;
    std::string patient;
    Geometry geometry;
    std::string volume = {}; // of a slice: the stack's name
    int slice = 0; // from 1
};
using PackImages = std::map<std::string, PackImage>;

struct FoundFiles {
    std::string id;
    fs::path image;
    fs::path mask;
};

std::unexpected<Error> bad(const std::string& id, const std::string& detail)
{
    return fail(ErrorCode::BadData, id, detail);
}

Result<std::vector<FoundFiles>> filesIn(const fs::path& folder, PackSummary& summary)
{
    const auto images = filesByStem(folder / "images");
    if (!images)
        return std::unexpected(images.error());
    auto masks = masksByStem(folder / "masks");
    if (!masks)
        return std::unexpected(masks.error());
    if (images->empty())
        return bad((folder / "images").string(), "no image in it");
    std::vector<FoundFiles> files;
    for (const auto& [id, paths] : *images) {
        if (paths.size() > 1)
            return bad(id, "two images of this name");
        const auto mask = masks->extract(id);
        if (mask.empty())
            return bad(id, "no mask for this image");
        files.push_back({id, paths.front(), mask.mapped()});
    }
    for (const auto& [id, path] : *masks)
        summary.masksWithoutImage.push_back(id);
    return files;
}

LabelReader oneClass(const LabelReader& readLabels)
{
    return [readLabels](const fs::path& path, int slice) {
        auto frame = readLabels(path, slice);
        if (frame)
            for (std::int32_t& value : frame->values)
                value = value != 0;
        return frame;
    };
}

// The picture that the model is given of one slice.
Result<PackedPicture> packedSlice(const Volume& volume, int slice, const PackOptions& options)
{
    if (!options.input)
        return packedPicture(*volume.slices[static_cast<std::size_t>(slice)]);
    ModelCard card;
    card.input = *options.input;
    card.channels = card.input == InputKind::Contrasts ? volume.volumeCount() : 3;
    SegmentRequest request;
    setSlices(request, volume, slice, card);
    const auto input = inputOf(request.inputs, card);
    if (!input)
        return std::unexpected(input.error());
    return packedPicture(**input);
}

// Where the first volume of the file lies.
Geometry firstPlace(const Volume& volume)
{
    Geometry place = volume.geometry;
    const auto depth = static_cast<std::size_t>(volume.depth());
    if (place.sliceOriginsMm.size() > depth)
        place.sliceOriginsMm.resize(depth);
    return place;
}

// Labels of several volumes one after the other, as `limn segment` writes them.
bool isSameInEach(const std::vector<Label>& labels, int volumes)
{
    const auto count = static_cast<std::ptrdiff_t>(labels.size()) / volumes;
    return std::equal(labels.begin(), labels.end() - count, labels.begin() + count);
}

std::string sliceId(const std::string& id, int slice)
{
    std::string number = std::to_string(slice + 1);
    number.insert(0, number.size() < 3 ? 3 - number.size() : 0, '0');
    return id + "_s" + number;
}

Result<void> readImages(const FoundFiles& files, const PackOptions& options,
                        const PictureReader& readPicture, const LabelReader& readLabels,
                        PackImages& images)
{
    const auto read = readPicture(files.image);
    if (!read)
        return std::unexpected(read.error());
    const Volume& volume = **read;
    const auto mask = readLabelPicture(
        files.mask, options.areInstances ? oneClass(readLabels) : readLabels);
    if (!mask)
        return std::unexpected(mask.error());
    const bool hasContrasts = options.input == InputKind::Contrasts;
    if (hasContrasts && !isChannelCount(InputKind::Contrasts, volume.volumeCount()))
        return bad(files.id,
                   "contrasts are 2 to 4 volumes of one file; this one has "
                       + std::to_string(volume.volumeCount()));
    const int slices = hasContrasts ? volume.depth() : volume.sliceCount();
    const bool hasMaskEach = hasContrasts && volume.sliceCount() == mask->sliceCount;
    if (volume.size != mask->size || (slices != mask->sliceCount && !hasMaskEach))
        return bad(files.id, "image and mask differ in size");
    if (hasMaskEach && !isSameInEach(mask->labels, volume.volumeCount()))
        return bad(files.id, "the mask is not the same for all contrasts");
    const Geometry place = hasContrasts && !hasMaskEach ? firstPlace(volume) : volume.geometry;
    if (!isSamePlace(place, mask->geometry))
        return bad(files.id, "image and mask lie at different places of the patient");
    const auto patient = options.patients.patientOf(files.id);
    if (!patient)
        return std::unexpected(patient.error());
    for (const SlicePtr& one : volume.slices)
        if (!one || one->size != volume.size)
            return bad(files.id, "slices of several sizes");
    for (int slice = 0; slice < slices; ++slice) {
        auto picture = packedSlice(volume, slice, options);
        if (!picture)
            return bad(files.id, picture.error().detail);
        const auto begin = mask->labels.begin()
            + static_cast<std::ptrdiff_t>(volume.size.area()) * static_cast<std::ptrdiff_t>(slice);
        PackImage image{std::move(*picture),
                        {begin, begin + static_cast<std::ptrdiff_t>(volume.size.area())},
                        *patient,
                        place};
        if (slices > 1) {
            image.volume = files.id;
            image.slice = slice + 1;
        }
        images.emplace(image.volume.empty() ? files.id : sliceId(files.id, slice),
                       std::move(image));
    }
    return {};
}

// The class names, and whether the labels keep to them.
Result<std::vector<std::string>> classesOf(const PackImages& images,
                                           const std::vector<std::string>& given)
{
    std::array<bool, 256> isSeen{};
    for (const auto& [id, image] : images)
        for (const Label label : image.labels) {
            if (!given.empty() && label > given.size())
                return bad(id,
                           "label " + std::to_string(label) + ", but there are "
                               + std::to_string(given.size()) + " classes");
            isSeen[label] = true;
        }
    std::vector<std::string> classes = given;
    if (classes.empty())
        for (std::size_t label = 1; label < isSeen.size(); ++label)
            if (isSeen[label])
                for (std::size_t k = classes.size() + 1; k <= label; ++k)
                    classes.push_back("class" + std::to_string(k));
    if (classes.empty() || classes.size() > 15)
        return bad("classes", "there must be 1 to 15, not " + std::to_string(classes.size()));
    for (std::size_t k = 0; k < classes.size(); ++k)
        if (!isSeen[k + 1])
            return bad(classes[k], "no pixel of this class in any mask");
    return classes;
}

Json factsOf(const PackImage& image)
{
    const Geometry& geometry = image.geometry;
    const bool hasSpacing = geometry.calibration != Calibration::None;
    Json spacing = nullptr;
    if (hasSpacing)
        spacing = {geometry.rowSpacingMm, geometry.columnSpacingMm};
    Json facts{{"case", image.patient}, {"spacingMm", spacing}};
    if (image.volume.empty())
        return facts;
    facts["volume"] = image.volume;
    facts["slice"] = image.slice;
    const auto& origins = geometry.sliceOriginsMm;
    if (hasSpacing && origins.size() > 1)
        facts["sliceSpacingMm"] =
            std::hypot(origins[1][0] - origins[0][0], origins[1][1] - origins[0][1],
                       origins[1][2] - origins[0][2]);
    return facts;
}

std::string factsOf(const PackImages& images, const std::vector<std::string>& classes,
                    const PackOptions& options)
{
    const bool isColour = images.begin()->second.picture.channels == 3;
    const InputKind input =
        options.input.value_or(isColour ? InputKind::Colour : InputKind::Grey);
    Json facts;
    for (const auto& [id, image] : images)
        facts[id] = factsOf(image);
    return Json{{"version", 1}, {"classes", classes}, {"input", nameOf(input)}, {"images", facts}}
        .dump();
}

Result<void> write(const PackImages& images,
                   const std::vector<std::string>& classes, const PackOptions& options)
{
    std::map<std::string, TensorView> tensors;
    for (const auto& [id, image] : images) {
        const Size size = image.picture.size;
        tensors["image/" + id] = {image.picture.type,
                                  {size.height, size.width, image.picture.channels},
                                  image.picture.bytes};
        tensors["mask/" + id] = {
            TensorType::U8, {size.height, size.width}, std::as_bytes(std::span(image.labels))};
    }
    try {
        return writeSafetensors(options.out, tensors, {{"limn.pack", factsOf(images, classes, options)}},
                                options.ifExists);
    } catch (const nlohmann::json::exception& error) { // a name that is not UTF-8
        return fail(ErrorCode::BadArgument, options.folder.string(), error.what());
    }
}

} // namespace

Result<PackSummary> packFolder(const PackOptions& options, const PictureReader& readPicture,
                               const LabelReader& readLabels, const PackProgress& progress)
{
    if (options.ifExists == IfExists::Refuse && fs::exists(fs::symlink_status(options.out)))
        return fail(ErrorCode::Exists, options.out.string());
    PackSummary summary;
    const auto files = filesIn(options.folder, summary);
    if (!files)
        return std::unexpected(files.error());
    PackImages images;
    std::set<std::string> patients;
    TensorType type = TensorType::U8;
    int done = 0;
    for (const FoundFiles& one : *files) {
        const std::size_t before = images.size();
        if (auto read = readImages(one, options, readPicture, readLabels, images); !read)
            return std::unexpected(read.error());
        summary.volumes += images.size() > before + 1 ? 1 : 0;
        progress(++done, static_cast<int>(files->size()), one.id);
    }
    summary.channels = images.begin()->second.picture.channels;
    for (const auto& [id, image] : images) {
        if (image.picture.channels != summary.channels)
            return bad(image.volume.empty() ? id : image.volume,
                       options.input ? "another number of volumes than the others"
                                     : "grey and colour pictures in one set; --colour takes both");
        type = std::max(type, image.picture.type,
                        [](TensorType a, TensorType b) { return bytesOf(a) < bytesOf(b); });
        patients.insert(image.patient);
    }
    const auto classes = classesOf(images, options.classes);
    if (!classes)
        return std::unexpected(classes.error());
    for (auto& [id, image] : images)
        widen(image.picture, type);
    if (const auto written = write(images, *classes, options); !written)
        return std::unexpected(written.error());
    summary.images = static_cast<int>(images.size());
    summary.patients = static_cast<int>(patients.size());
    summary.classes = *classes;
    return summary;
}

} // namespace limn
