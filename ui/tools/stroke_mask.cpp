#include "ui/tools/stroke_mask.h"

#include <algorithm>
#include <cstring>

namespace limn {
namespace {

std::size_t firstUncovered(std::span<const std::uint8_t> row)
{
    const void* const found = std::memchr(row.data(), 0, row.size());
    return found == nullptr ? row.size()
                            : static_cast<std::size_t>(
                                  static_cast<const std::uint8_t*>(found) - row.data());
}

} // namespace

void StrokeMask::begin(Size picture, Label value)
{
    m_picture = picture;
    m_value = value;
    m_box = {};
    m_room = {};
    m_covered.clear();
}

std::size_t StrokeMask::offset(int x, int y) const
{
    return static_cast<std::size_t>(y - m_room.y) * static_cast<std::size_t>(m_room.width)
        + static_cast<std::size_t>(x - m_room.x);
}

std::size_t StrokeMask::pixelAt(int x, int y) const
{
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_picture.width)
        + static_cast<std::size_t>(x);
}

bool StrokeMask::contains(int x, int y) const
{
    return x >= m_box.x && y >= m_box.y && x < m_box.x + m_box.width && y < m_box.y + m_box.height
        && m_covered[offset(x, y)] != 0;
}

std::span<const std::uint8_t> StrokeMask::row(int y) const
{
    if (y < m_box.y || y >= m_box.y + m_box.height)
        return {};
    return std::span(m_covered).subspan(offset(m_box.x, y), static_cast<std::size_t>(m_box.width));
}

// Grows by half of itself at least, so that a long stroke is copied a few times only.
void StrokeMask::makeRoomFor(Rect box)
{
    const Rect all = united(m_room, box);
    if (all == m_room)
        return;
    const Rect before = m_room;
    const int margin = std::max({64, all.width / 2, all.height / 2});
    m_room = intersected(
        {all.x - margin, all.y - margin, all.width + 2 * margin, all.height + 2 * margin},
        wholeOf(m_picture));
    std::vector<std::uint8_t> covered(m_room.area(), 0);
    for (int y = before.y; y < before.y + before.height; ++y) {
        const auto row = std::span(m_covered).subspan(static_cast<std::size_t>(y - before.y)
                                                          * static_cast<std::size_t>(before.width),
                                                      static_cast<std::size_t>(before.width));
        std::ranges::copy(row, covered.begin() + static_cast<std::ptrdiff_t>(offset(before.x, y)));
    }
    m_covered = std::move(covered);
}

// What was covered before is passed over: of a large brush that moves a little, nearly all.
Rect StrokeMask::add(const Capsule& capsule, const PaintLimits& limits)
{
    const Rect box = intersected(boxOf(capsule), wholeOf(m_picture));
    if (box.isEmpty())
        return {};
    makeRoomFor(box);
    m_box = united(m_box, box);
    Rect changed;
    for (int y = box.y; y < box.y + box.height; ++y) {
        const Span span = coveredSpan(capsule, y);
        const int first = std::max(span.first, box.x);
        const int last = std::min(span.last, box.x + box.width - 1);
        if (last < first)
            continue;
        const auto row = std::span(m_covered).subspan(offset(first, y),
                                                      static_cast<std::size_t>(last - first + 1));
        const Span added = addRow(row, pixelAt(first, y), limits);
        if (added.first <= added.last)
            changed = united(changed,
                             {first + added.first, y, added.last - added.first + 1, 1});
    }
    return changed;
}

// The first and the last pixel of the row that are new.
Span StrokeMask::addRow(std::span<std::uint8_t> row, std::size_t pixel, const PaintLimits& limits)
{
    Span added;
    const auto isNew = [&](std::size_t i) {
        return row[i] == 0 && (limits.isNone() || limits.allows(pixel + i));
    };
    std::size_t first = firstUncovered(row);
    while (first < row.size() && !isNew(first))
        ++first;
    if (first == row.size())
        return added;
    std::size_t last = row.size() - 1;
    while (!isNew(last))
        --last;
    added = {static_cast<int>(first), static_cast<int>(last)};
    if (limits.isNone())
        std::ranges::fill(row.subspan(first, last - first + 1), std::uint8_t{1});
    else
        for (std::size_t i = first; i <= last; ++i)
            row[i] |= static_cast<std::uint8_t>(limits.allows(pixel + i));
    return added;
}

Rect StrokeMask::add(const PixelRegion& region, const PaintLimits& limits)
{
    const Rect box = intersected(region.box, wholeOf(m_picture));
    if (box.isEmpty())
        return {};
    makeRoomFor(box);
    m_box = united(m_box, box);
    const auto width = static_cast<std::size_t>(region.box.width);
    for (int y = box.y; y < box.y + box.height; ++y) {
        const std::size_t from = static_cast<std::size_t>(y - region.box.y) * width
            + static_cast<std::size_t>(box.x - region.box.x);
        const std::size_t pixel = pixelAt(box.x, y);
        const std::size_t to = offset(box.x, y);
        for (std::size_t i = 0; i < static_cast<std::size_t>(box.width); ++i)
            if (region.inside[from + i] != 0 && (limits.isNone() || limits.allows(pixel + i)))
                m_covered[to + i] = 1;
    }
    return box;
}

std::optional<LabelEdit> StrokeMask::edit(std::span<const Label> human, int slice) const
{
    const auto at = [&](int x, int y) { return human[pixelAt(x, y)]; };
    Rect changed;
    for (int y = m_box.y; y < m_box.y + m_box.height; ++y) {
        const auto differs = [&](int x) {
            return m_covered[offset(x, y)] != 0 && at(x, y) != m_value;
        };
        int first = m_box.x;
        int last = m_box.x + m_box.width - 1;
        while (first <= last && !differs(first))
            ++first;
        while (last > first && !differs(last))
            --last;
        if (first <= last)
            changed = united(changed, {first, y, last - first + 1, 1});
    }
    if (changed.isEmpty())
        return std::nullopt;
    std::vector<Label> bytes;
    bytes.reserve(changed.area());
    for (int y = changed.y; y < changed.y + changed.height; ++y)
        for (int x = changed.x; x < changed.x + changed.width; ++x)
            bytes.push_back(m_covered[offset(x, y)] != 0 ? m_value : at(x, y));
    return LabelEdit(slice, changed, std::move(bytes));
}

} // namespace limn
