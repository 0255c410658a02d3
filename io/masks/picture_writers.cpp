#include "io/masks/picture_writers.h"

#include "io/masks/file_names.h"
#include "io/masks/label_words.h"
#include "io/masks/png.h"
#include "model/data/bilinear.h"

#include <QImage>
#include <QList>

#include <algorithm>
#include <cmath>
#include <map>

namespace limn {
namespace {

// A picture of one byte a pixel; byteOf(i) is the i-th pixel of the slice.
template <typename Function>
QImage bytePicture(Size size, QImage::Format format, const Function& byteOf)
{
    QImage picture(size.width, size.height, format);
    std::size_t i = 0;
    for (int y = 0; y < picture.height(); ++y) {
        uchar* const line = picture.scanLine(y);
        for (int x = 0; x < picture.width(); ++x)
            line[x] = byteOf(i++);
    }
    return picture;
}

QRgb rgbOf(Colour colour)
{
    return qRgb(colour.red, colour.green, colour.blue);
}

QList<QRgb> paletteOf(const LabelTable& table, std::span<const Label> labels)
{
    int last = labels.empty() ? 0 : *std::ranges::max_element(labels);
    for (const LabelRow& row : table.rows)
        last = std::max<int>(last, row.label);
    QList<QRgb> palette{rgbOf(Colour{})};
    for (int label = 1; label <= last; ++label) {
        const LabelRow* const row = table.find(static_cast<Label>(label));
        palette.append(rgbOf(row ? row->colour : paletteColour(label - 1)));
    }
    return palette;
}

Result<FilePieces> maskPicture(const MaskExport& masks, int slice)
{
    const auto labels = masks.labels.slice(slice);
    QImage picture = bytePicture(masks.labels.size, QImage::Format_Indexed8,
                                 [&](std::size_t i) { return labels[i]; });
    picture.setColorTable(paletteOf(masks.table, masks.labels.values));
    picture.setText(QLatin1String(labelsKey), QString::fromStdString(labelWords(masks.table)));
    return encodedPng(std::move(picture));
}

Result<FilePieces> labelPicture(const MaskExport& masks, int slice, Label label)
{
    const auto labels = masks.labels.slice(slice);
    return encodedPng(
        bytePicture(masks.labels.size, QImage::Format_Grayscale8,
                    [&](std::size_t i) -> uchar { return labels[i] == label ? 255 : 0; }));
}

// 16 bit, 65535 for 1, on the picture's grid.
Result<FilePieces> sharePicture(std::span<const float> map, Size mapSize, Size size)
{
    const std::vector<float> values = resizedBilinear(map, mapSize, size);
    QImage picture(size.width, size.height, QImage::Format_Grayscale16);
    std::size_t i = 0;
    for (int y = 0; y < picture.height(); ++y) {
        auto* const line = reinterpret_cast<quint16*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const double p = std::isnan(values[i]) ? 0 : std::clamp<double>(values[i], 0, 1);
            line[x] = static_cast<quint16>(std::lround(65535 * p));
            ++i;
        }
    }
    return encodedPng(std::move(picture));
}

Result<FilePieces> probabilityPicture(const MaskExport& masks, int slice, int classIndex)
{
    const ProbabilityMap& map = masks.posteriors[static_cast<std::size_t>(slice)];
    return sharePicture(map.of(classIndex), map.size, masks.labels.size);
}

// "lung", or "label-2" where the table has none.
std::string partOf(const std::map<Label, std::string>& parts, int classIndex)
{
    const auto part = parts.find(static_cast<Label>(classIndex));
    return part == parts.end() ? "label-" + std::to_string(classIndex) : part->second;
}

// The base step, or the last where that is not among the steps; null without steps.
const Step* baseStepOf(const MaskExport& masks, std::size_t slice)
{
    const auto& steps = masks.steps[slice];
    const auto base = std::ranges::find_if(
        steps, [&](const StepPtr& step) { return step->index == masks.provenance.baseStep; });
    if (base != steps.end())
        return base->get();
    return steps.empty() ? nullptr : steps.back().get();
}

Result<FilePieces> whoPicture(const MaskExport& masks, int slice)
{
    const std::span<const Label> human =
        masks.human.values.empty() ? std::span<const Label>() : masks.human.slice(slice);
    QImage picture =
        bytePicture(masks.labels.size, QImage::Format_Indexed8, [&](std::size_t i) -> uchar {
            if (human.empty() || human[i] == untouched)
                return 0;
            return human[i] == background ? 2 : 1;
        });
    picture.setColorTable({rgbOf(Colour{}), rgbOf(paletteColour(0)), rgbOf(paletteColour(1))});
    return encodedPng(std::move(picture));
}

} // namespace

std::vector<OutputFile> maskPictures(const MaskExport& masks)
{
    std::vector<OutputFile> files;
    for (int slice = 0; slice < masks.labels.sliceCount; ++slice)
        files.push_back({sliceStem(masks, slice) + "_mask.png",
                         [&masks, slice] { return maskPicture(masks, slice); }});
    return files;
}

std::vector<OutputFile> labelPictures(const MaskExport& masks)
{
    const auto parts = labelFileParts(masks.table);
    std::vector<OutputFile> files;
    for (int slice = 0; slice < masks.labels.sliceCount; ++slice)
        for (const auto& [label, part] : parts)
            files.push_back({sliceStem(masks, slice) + "_" + part + ".png",
                             [&masks, slice, label] { return labelPicture(masks, slice, label); }});
    return files;
}

std::vector<OutputFile> probabilityPictures(const MaskExport& masks)
{
    const auto parts = labelFileParts(masks.table);
    std::vector<OutputFile> files;
    for (std::size_t k = 0; k < masks.posteriors.size(); ++k)
        for (int c = 1; c < masks.posteriors[k].classes; ++c) {
            const int slice = static_cast<int>(k);
            files.push_back({sliceStem(masks, slice) + "_" + partOf(parts, c) + "_prob.png",
                             [&masks, slice, c] { return probabilityPicture(masks, slice, c); }});
        }
    return files;
}

std::vector<OutputFile> spreadPictures(const MaskExport& masks)
{
    const auto parts = labelFileParts(masks.table);
    const Size size = masks.labels.size;
    std::vector<OutputFile> files;
    for (std::size_t k = 0; k < masks.steps.size(); ++k) {
        const Step* const step = baseStepOf(masks, k);
        if (!step || !step->spread)
            continue;
        const std::string stem = sliceStem(masks, static_cast<int>(k));
        const ProbabilityMap& votes = step->spread->votes;
        for (int c = 1; c < votes.classes; ++c)
            files.push_back({stem + "_" + partOf(parts, c) + "_votes.png", [&votes, c, size] {
                                 return sharePicture(votes.of(c), votes.size, size);
                             }});
        files.push_back({stem + "_entropy.png", [step, size] {
                             return sharePicture(step->entropy.values, step->entropy.size, size);
                         }});
    }
    return files;
}

std::vector<OutputFile> whoPictures(const MaskExport& masks)
{
    std::vector<OutputFile> files;
    for (int slice = 0; slice < masks.labels.sliceCount; ++slice)
        files.push_back({sliceStem(masks, slice) + "_who.png",
                         [&masks, slice] { return whoPicture(masks, slice); }});
    return files;
}

} // namespace limn
