#include "model/data/mask_fit.h"

#include "model/data/mask_places.h"

#include <algorithm>

namespace limn {
namespace {

std::string sizesOf(Size size, int slices)
{
    return std::to_string(size.width) + " x " + std::to_string(size.height) + " px and "
        + std::to_string(slices) + (slices == 1 ? " slice" : " slices");
}

std::unexpected<Error> otherSize(const ImportedMask& mask, const Volume& picture,
                                 const std::string& name)
{
    return fail(ErrorCode::MaskMismatch, name,
                "the mask has " + sizesOf(mask.size, mask.sliceCount) + ", the picture "
                    + sizesOf(picture.size, picture.sliceCount()));
}

FittedMask emptyFit(const Volume& picture)
{
    return {emptyLabelMap(picture.size, picture.sliceCount()),
            std::vector<bool>(static_cast<std::size_t>(picture.sliceCount()))};
}

void put(FittedMask& fitted, int slice, std::span<const Label> labels)
{
    std::ranges::copy(labels, fitted.labels.slice(slice).begin());
    fitted.isCovered[static_cast<std::size_t>(slice)] = true;
}

// Of a volume file without a place: its columns and rows are those of the picture's file.
Result<FittedMask> byFileOrder(const ImportedMask& mask, const Volume& picture,
                               const std::string& name)
{
    const FileOrder& order = picture.source.order;
    const Size file = order.isTransposed ? Size{picture.size.height, picture.size.width}
                                         : picture.size;
    if (mask.size != file || mask.sliceCount != picture.sliceCount())
        return otherSize(mask, picture, name);
    FittedMask fitted = emptyFit(picture);
    for (int slice = 0; slice < mask.sliceCount; ++slice) {
        std::vector<Label> shown;
        shown.reserve(file.area());
        const auto stored = mask.slice(slice);
        for (int y = 0; y < picture.size.height; ++y)
            for (int x = 0; x < picture.size.width; ++x)
                shown.push_back(stored[order.indexInFile(x, y, file)]);
        put(fitted, slice, shown);
    }
    return fitted;
}

// By the frames of the picture's file that the slices name, or one after the other.
Result<FittedMask> byFrames(const ImportedMask& mask, const Volume& picture,
                            const std::string& name)
{
    const bool isNamed = mask.frames.size() == static_cast<std::size_t>(mask.sliceCount)
        && picture.source.files.size() == 1;
    if (mask.size != picture.size || (!isNamed && mask.sliceCount != picture.sliceCount()))
        return otherSize(mask, picture, name);
    FittedMask fitted = emptyFit(picture);
    for (int slice = 0; slice < mask.sliceCount; ++slice) {
        int target = slice;
        if (isNamed) {
            target = 0;
            const int frame = mask.frames[static_cast<std::size_t>(slice)];
            while (target < picture.sliceCount() && picture.source.at(target).frame != frame)
                ++target;
            if (target == picture.sliceCount())
                return otherSize(mask, picture, name);
        }
        put(fitted, target, mask.slice(slice));
    }
    return fitted;
}

bool hasPlaces(const Volume& picture)
{
    return picture.geometry.sliceOriginsMm.size() == static_cast<std::size_t>(picture.sliceCount());
}

Label freeNumber(const LabelTable& table, Label wanted)
{
    if (wanted > 0 && wanted < untouched && !table.find(wanted))
        return wanted;
    for (int label = 1; label < untouched; ++label)
        if (!table.find(static_cast<Label>(label)))
            return static_cast<Label>(label);
    return background;
}

const LabelRow* rowOf(const LabelTable& table, const MaskLabel& label)
{
    if (label.name.empty())
        return table.find(label.label);
    const auto row = std::ranges::find(table.rows, label.name, &LabelRow::name);
    return row == table.rows.end() ? nullptr : &*row;
}

} // namespace

Result<FittedMask> fitMask(const ImportedMask& mask, const Volume& picture, int slice,
                           const std::string& name)
{
    if (slice >= 0) {
        if (slice >= picture.sliceCount() || mask.sliceCount != 1 || mask.size != picture.size)
            return otherSize(mask, picture, name);
        FittedMask fitted = emptyFit(picture);
        put(fitted, slice, mask.slice(0));
        return fitted;
    }
    if (mask.isVolumeFile)
        return mask.place && hasPlaces(picture) ? fitByGrid(mask, picture, name)
                                                : byFileOrder(mask, picture, name);
    const bool isPlaced = mask.geometry.sliceOriginsMm.size()
        == static_cast<std::size_t>(mask.sliceCount);
    return isPlaced && hasPlaces(picture) ? fitBySlices(mask, picture, name)
                                          : byFrames(mask, picture, name);
}

MergedLabels mergedLabels(const LabelTable& table, const std::vector<MaskLabel>& labels,
                          bool isBegun)
{
    MergedLabels merged;
    if (isBegun || labels.empty())
        merged.table = table;
    for (const MaskLabel& label : labels) {
        if (const LabelRow* const row = rowOf(merged.table, label)) {
            merged.numbers[label.label] = row->label;
            continue;
        }
        LabelRow row;
        row.label = freeNumber(merged.table, label.label);
        if (row.label == background)
            continue;
        row.name = label.name.empty() ? "Label " + std::to_string(row.label) : label.name;
        row.colour = label.colour.value_or(paletteColour(row.label - 1));
        merged.numbers[label.label] = row.label;
        merged.table.rows.push_back(std::move(row));
    }
    return merged;
}

std::vector<LabelEdit> maskEdits(const FittedMask& mask, const std::array<Label, 256>& numbers,
                                 const HumanLayer& human, const LabelMap& composed)
{
    std::vector<LabelEdit> edits;
    for (int slice = 0; slice < human.sliceCount; ++slice) {
        if (!mask.isCovered[static_cast<std::size_t>(slice)])
            continue;
        const auto own = mask.labels.slice(slice);
        const auto before = human.slice(slice), now = composed.slice(slice);
        const bool isEmpty =
            std::ranges::all_of(own, [&](Label label) { return numbers[label] == background; });
        std::vector<Label> after(before.begin(), before.end());
        for (std::size_t i = 0; i < after.size(); ++i)
            if (!isEmpty || now[i] != background)
                after[i] = numbers[own[i]];
        if (auto edit = LabelEdit::between(before, after, human.size, slice))
            edits.push_back(std::move(*edit));
    }
    return edits;
}

} // namespace limn
