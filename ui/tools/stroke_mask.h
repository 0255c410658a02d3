// The pixels of a stroke in progress: shown while it lasts, committed as one edit, or dropped.
#pragma once

#include "model/data/label_edit.h"
#include "ui/tools/capsule.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace limn {

class StrokeMask {
public:
    using LockedLabels = std::array<bool, 256>;

    // Starts anew on a picture; `value` is the human byte that the stroke puts in.
    void begin(Size picture, Label value, const LockedLabels& locked);
    // Drops it; returns the box in which that changes something.
    Rect clear()
    {
        const Rect box = m_box;
        begin({}, background, {});
        return box;
    }

    // Adds the capsule's pixels, but those whose composed label is locked (`labels`: the whole
    // slice). Returns the box in which something may have changed.
    Rect add(const Capsule& capsule, std::span<const Label> labels);

    bool isEmpty() const { return m_box.isEmpty(); }
    Rect box() const { return m_box; } // of all pixels added
    Label value() const { return m_value; }
    bool contains(int x, int y) const;

    // What the stroke makes of the human bytes (the whole slice): the smallest box that differs;
    // nothing when all of it was so before.
    std::optional<LabelEdit> edit(std::span<const Label> human, int slice) const;

private:
    void makeRoomFor(Rect box);
    std::size_t offset(int x, int y) const;

    Size m_picture;
    Label m_value = background;
    LockedLabels m_locked{};
    bool m_hasLocked = false;
    Rect m_box;
    Rect m_room; // what m_covered covers; grows ahead of m_box
    std::vector<std::uint8_t> m_covered;
};

} // namespace limn
