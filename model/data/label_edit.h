// One change of the human layer, kept as the smallest box that changed. Doing, undoing and redoing
// are all swap().
#pragma once

#include "model/data/error.h"
#include "model/data/label_layers.h"

#include <optional>
#include <span>
#include <vector>

namespace limn {

class LabelEdit {
public:
    // The edit that turns `before` into `after` (both one whole slice, row by row, of `size`);
    // nothing when they are equal.
    static std::optional<LabelEdit> between(std::span<const Label> before,
                                            std::span<const Label> after, Size size, int slice);
    // An edit of the given box (inside the slice) that will put `bytes` (box.area(), row by row) there.
    LabelEdit(int slice, Rect box, std::vector<Label> bytes);

    int slice() const { return m_slice; }
    Rect box() const { return m_box; }
    std::span<const Label> bytes() const { return m_bytes; } // what the next swap puts in

    // Exchanges the box's bytes with the layer's.
    void swap(HumanLayer& layer);

private:
    int m_slice;
    Rect m_box;
    std::vector<Label> m_bytes;
};

} // namespace limn
