// The pixels of a stroke in progress: shown while it lasts, committed as one edit, or dropped.
#pragma once

#include "model/data/label_edit.h"
#include "ui/tools/capsule.h"
#include "ui/tools/paint_limits.h"
#include "ui/tools/pixel_region.h"

#include <optional>
#include <span>
#include <vector>

namespace limn {

class StrokeMask {
public:
    // Starts anew on a picture; `value` is the human byte that the stroke puts in.
    void begin(Size picture, Label value);
    // Drops it; returns the box in which that changes something.
    Rect clear()
    {
        const Rect box = m_box;
        begin({}, background);
        return box;
    }

    // Adds pixels, but those that the limits forbid. Returns a box of all that are new.
    Rect add(const Capsule& capsule, const PaintLimits& limits);
    Rect add(const PixelRegion& region, const PaintLimits& limits);

    bool isEmpty() const { return m_box.isEmpty(); }
    Rect box() const { return m_box; } // of all pixels added
    Label value() const { return m_value; }
    bool contains(int x, int y) const;
    // Row y of the box, a byte a pixel (0: not covered); empty for a row outside.
    std::span<const std::uint8_t> row(int y) const;

    // What the stroke makes of the human bytes (the whole slice): the smallest box that differs;
    // nothing when all of it was so before.
    std::optional<LabelEdit> edit(std::span<const Label> human, int slice) const;

private:
    void makeRoomFor(Rect box);
    std::size_t offset(int x, int y) const; // in m_covered
    std::size_t pixelAt(int x, int y) const; // of the picture
    Span addRow(std::span<std::uint8_t> row, std::size_t pixel, const PaintLimits& limits);

    Size m_picture;
    Label m_value = background;
    Rect m_box;
    Rect m_room; // what m_covered covers; grows ahead of m_box
    std::vector<std::uint8_t> m_covered;
};

} // namespace limn
