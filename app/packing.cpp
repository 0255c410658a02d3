#include "app/packing.h"

#include "app/packed_picture.h"
#include "model/files/safetensors.h"
#include "model/segmenter.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
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
};

struct ImageFiles {
    std::string id;
    fs::path image;
    fs::path mask;
};

std::unexpected<Error> bad(const std::string& id, const std::string& detail)
{
    return fail(ErrorCode::BadData, id, detail);
}

Result<std::vector<ImageFiles>> filesIn(const fs::path& folder, PackSummary& summary)
{
    const auto images = filesByStem(folder / "images");
    if (!images)
        return std::unexpected(images.error());
    auto masks = masksByStem(folder / "masks");
    if (!masks)
        return std::unexpected(masks.error());
    if (images->empty())
        return bad((folder / "images").string(), "no image in it");
    std::vector<ImageFiles> files;
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
    return [readLabels](const fs::path& path) {
        auto frame = readLabels(path);
        if (frame)
            for (std::int32_t& value : frame->values)
                value = value != 0;
        return frame;
    };
}

Result<PackImage> readImage(const ImageFiles& files, const PackOptions& options,
                            const PictureReader& readPicture, const LabelReader& readLabels)
{
    const auto volume = readPicture(files.image);
    if (!volume)
        return std::unexpected(volume.error());
    if ((*volume)->sliceCount() != 1 || !(*volume)->slices.front())
        return bad(files.id, "more than one picture in the file");
    const auto mask = readLabelPicture(
        files.mask, options.areInstances ? oneClass(readLabels) : readLabels);
    if (!mask)
        return std::unexpected(mask.error());
    SlicePtr slice = (*volume)->slices.front();
    if (slice->size != mask->size)
        return bad(files.id, "image and mask differ in size");
    if (options.isColour) {
        const auto colour = adapted(slice, 3);
        if (!colour)
            return bad(files.id, colour.error().detail);
        slice = *colour;
    }
    auto picture = packedPicture(*slice);
    if (!picture)
        return bad(files.id, picture.error().detail);
    const auto patient = options.patients.patientOf(files.id);
    if (!patient)
        return std::unexpected(patient.error());
    return PackImage{std::move(*picture), mask->labels, *patient, (*volume)->geometry};
}

// The class names, and whether the labels keep to them.
Result<std::vector<std::string>> classesOf(const std::map<std::string, PackImage>& images,
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

std::string factsOf(const std::map<std::string, PackImage>& images,
                    const std::vector<std::string>& classes)
{
    Json facts;
    for (const auto& [id, image] : images) {
        Json spacing = nullptr;
        if (image.geometry.calibration != Calibration::None)
            spacing = {image.geometry.rowSpacingMm, image.geometry.columnSpacingMm};
        facts[id] = {{"case", image.patient}, {"spacingMm", spacing}};
    }
    return Json{{"version", 1}, {"classes", classes}, {"images", facts}}.dump();
}

Result<void> write(const std::map<std::string, PackImage>& images,
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
        return writeSafetensors(options.out, tensors, {{"limn.pack", factsOf(images, classes)}},
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
    std::map<std::string, PackImage> images;
    std::set<std::string> patients;
    TensorType type = TensorType::U8;
    for (const ImageFiles& one : *files) {
        auto image = readImage(one, options, readPicture, readLabels);
        if (!image)
            return std::unexpected(image.error());
        if (images.empty())
            summary.channels = image->picture.channels;
        else if (image->picture.channels != summary.channels)
            return bad(one.id, "grey and colour pictures in one set; --colour takes both");
        type = std::max(type, image->picture.type,
                        [](TensorType a, TensorType b) { return bytesOf(a) < bytesOf(b); });
        patients.insert(image->patient);
        images.emplace(one.id, std::move(*image));
        progress(static_cast<int>(images.size()), static_cast<int>(files->size()), one.id);
    }
    const auto classes = classesOf(images, options.classes);
    if (!classes)
        return std::unexpected(classes.error());
    for (auto& [id, image] : images)
        widen(image.picture, type);
    if (const auto done = write(images, *classes, options); !done)
        return std::unexpected(done.error());
    summary.images = static_cast<int>(images.size());
    summary.patients = static_cast<int>(patients.size());
    summary.classes = *classes;
    return summary;
}

} // namespace limn
