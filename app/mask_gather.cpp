#include "app/mask_gather.h"

#include "app/image_folder.h"

#include <algorithm>
#include <numeric>

namespace limn {
namespace {

// Of a label's own picture (X_LABEL.png) the label's name stands in the file's.
void nameByFile(const PlannedMask& planned, const Volume& picture, ImportedMask& mask)
{
    if (mask.labels.size() != 1 || !mask.labels.front().name.empty() || mask.isVolumeFile
        || picture.source.files.empty())
        return;
    std::string name = stemOf(planned.file);
    const std::string stem = stemOf(picture.source.files.front()) + "_";
    if (!name.starts_with(stem))
        return;
    name.erase(0, stem.size());
    if (planned.slice >= 0 && name.starts_with('s'))
        name.erase(0, std::min(name.find('_'), name.size() - 1) + 1);
    std::ranges::replace(name, '_', ' ');
    if (!name.empty() && name != "mask" && name != "seg" && name != "label")
        mask.labels.front().name = name;
}

} // namespace

ReadMasks readMasks(std::span<const PlannedMask> planned, const Volume& picture,
                    ImportClient& client, const std::stop_token& stop)
{
    ReadMasks read;
    for (const PlannedMask& one : planned) {
        auto mask = client.readMask(one.file, one.entry, stop);
        if (!mask) {
            read.refused.push_back(mask.error());
            continue;
        }
        nameByFile(one, picture, *mask);
        const std::string name = one.file.filename().string();
        auto fitted = fitMask(*mask, picture, one.slice, name);
        if (!fitted) {
            read.refused.push_back(fitted.error());
            continue;
        }
        for (const std::string& note : mask->notes)
            read.notes.push_back(name + ": " + note);
        read.masks.push_back({std::move(*fitted), std::move(mask->labels)});
    }
    return read;
}

JoinedMask joinedMasks(const ReadMasks& read, const LabelTable& table, bool isBegun)
{
    JoinedMask joined{table, {}};
    for (const ReadMasks::One& one : read.masks) {
        const MergedLabels merged = mergedLabels(joined.table, one.labels, isBegun);
        isBegun = true;
        joined.table = merged.table;
        const LabelMap& own = one.fitted.labels;
        if (joined.mask.isCovered.empty())
            joined.mask = {emptyLabelMap(own.size, own.sliceCount),
                           std::vector<bool>(one.fitted.isCovered.size())};
        for (std::size_t slice = 0; slice < one.fitted.isCovered.size(); ++slice) {
            if (!one.fitted.isCovered[slice])
                continue;
            joined.mask.isCovered[slice] = true;
            const auto from = own.slice(static_cast<int>(slice));
            const auto to = joined.mask.labels.slice(static_cast<int>(slice));
            for (std::size_t i = 0; i < from.size(); ++i)
                if (const Label label = merged.numbers[from[i]]; label != background)
                    to[i] = label;
        }
    }
    return joined;
}

bool isBegun(const LabelTable& table, const HumanLayer& human, const std::string& placeholder)
{
    return table.rows.size() != 1 || table.rows.front().name != placeholder
        || std::ranges::any_of(human.values, [](Label label) { return label != untouched; });
}

bool hasWork(const StudyState& state)
{
    return state.status == ImageStatus::Accepted
        || std::ranges::any_of(state.human.values,
                               [](Label label) { return label != untouched; });
}

std::vector<Stroke> strokesOf(std::span<const LabelEdit> edits)
{
    std::vector<Stroke> strokes;
    for (const LabelEdit& edit : edits) {
        Stroke stroke;
        stroke.slice = edit.slice();
        stroke.box = edit.box();
        stroke.bytes.assign(edit.bytes().begin(), edit.bytes().end());
        strokes.push_back(std::move(stroke));
    }
    return strokes;
}

StateUpdate importedState(StudyState state, const LabelTable& table)
{
    StateUpdate update = updateOf(std::move(state));
    update.labels = table;
    update.status = ImageStatus::Edited;
    update.maps.clear(); // those that are kept stay
    return update;
}

std::vector<LabelEdit> editsOf(const JoinedMask& joined, const HumanLayer& human,
                               const LabelMap& composed)
{
    std::array<Label, 256> numbers;
    std::iota(numbers.begin(), numbers.end(), Label{0});
    return maskEdits(joined.mask, numbers, human, composed);
}

} // namespace limn
