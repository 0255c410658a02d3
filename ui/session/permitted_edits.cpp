#include "ui/session/permitted_edits.h"

#include <algorithm>
#include <map>

namespace limn {
namespace {

// The bytes of a box, row by row.
struct Patch {
    Rect box;
    std::vector<Label> bytes;
};

std::size_t offsetIn(Rect box, int x, int y)
{
    return static_cast<std::size_t>(y - box.y) * static_cast<std::size_t>(box.width)
        + static_cast<std::size_t>(x - box.x);
}

Patch cut(std::span<const Label> slice, Size size, Rect box)
{
    Patch patch{box, {}};
    patch.bytes.reserve(box.area());
    for (int y = box.y; y < box.y + box.height; ++y) {
        const auto row =
            slice.subspan(offsetIn(wholeOf(size), box.x, y), static_cast<std::size_t>(box.width));
        patch.bytes.insert(patch.bytes.end(), row.begin(), row.end());
    }
    return patch;
}

void put(Patch& patch, const LabelEdit& edit)
{
    const Rect box = intersected(edit.box(), patch.box);
    for (int y = box.y; y < box.y + box.height; ++y) {
        const auto row = edit.bytes().subspan(offsetIn(edit.box(), box.x, y),
                                              static_cast<std::size_t>(box.width));
        std::ranges::copy(
            row, patch.bytes.begin() + static_cast<std::ptrdiff_t>(offsetIn(patch.box, box.x, y)));
    }
}

void keepLocked(Patch& after, const Patch& before, const Patch& composed, const Patch& byModel,
                const LockedLabels& locked)
{
    for (std::size_t i = 0; i < after.bytes.size(); ++i) {
        if (after.bytes[i] == composed.bytes[i])
            continue; // a person says what is shown: it is only kept
        const Label wanted = after.bytes[i] == untouched ? byModel.bytes[i] : after.bytes[i];
        if (locked[composed.bytes[i]] || locked[wanted])
            after.bytes[i] = before.bytes[i];
    }
}

} // namespace

std::vector<LabelEdit> permittedEdits(std::span<const LabelEdit> edits, const HumanLayer& human,
                                      const LabelMap& composed, const LockedLabels& locked,
                                      const ModelLabels& modelLabels)
{
    std::map<int, Rect> boxes;
    for (const LabelEdit& edit : edits)
        if (edit.slice() >= 0 && edit.slice() < human.sliceCount)
            boxes[edit.slice()] =
                united(boxes[edit.slice()], intersected(edit.box(), wholeOf(human.size)));
    std::vector<LabelEdit> permitted;
    for (const auto& [slice, box] : boxes) {
        const Patch before = cut(human.slice(slice), human.size, box);
        Patch after = before;
        for (const LabelEdit& edit : edits)
            if (edit.slice() == slice)
                put(after, edit);
        if (locked.any())
            keepLocked(after, before, cut(composed.slice(slice), human.size, box),
                       cut(modelLabels(slice), human.size, box), locked);
        if (const auto edit =
                LabelEdit::between(before.bytes, after.bytes, {box.width, box.height}, slice)) {
            const Rect inside = edit->box();
            permitted.emplace_back(
                slice, Rect{box.x + inside.x, box.y + inside.y, inside.width, inside.height},
                std::vector<Label>(edit->bytes().begin(), edit->bytes().end()));
        }
    }
    return permitted;
}

} // namespace limn
