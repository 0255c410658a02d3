#include "model/data/label_edit.h"

#include <algorithm>
#include <cassert>

namespace limn {
namespace {

std::size_t offset(int x, int y, Size size)
{
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width) + static_cast<std::size_t>(x);
}

// The smallest box that holds every difference.
Rect changedBox(std::span<const Label> before, std::span<const Label> after, Size size)
{
    Rect box;
    for (int y = 0; y < size.height; ++y) {
        const auto width = static_cast<std::size_t>(size.width);
        const auto a = before.subspan(offset(0, y, size), width);
        const auto b = after.subspan(offset(0, y, size), width);
        const auto first = std::ranges::mismatch(a, b).in1 - a.begin();
        if (first == size.width)
            continue;
        int last = size.width - 1;
        while (a[static_cast<std::size_t>(last)] == b[static_cast<std::size_t>(last)])
            --last;
        box = united(box, {static_cast<int>(first), y, last - static_cast<int>(first) + 1, 1});
    }
    return box;
}

} // namespace

std::optional<LabelEdit> LabelEdit::between(std::span<const Label> before, std::span<const Label> after,
                                            Size size, int slice)
{
    assert(before.size() == size.area() && after.size() == size.area());
    const Rect box = changedBox(before, after, size);
    if (box.isEmpty())
        return std::nullopt;
    std::vector<Label> bytes;
    bytes.reserve(box.area());
    for (int y = box.y; y < box.y + box.height; ++y) {
        const auto row = after.subspan(offset(box.x, y, size), static_cast<std::size_t>(box.width));
        bytes.insert(bytes.end(), row.begin(), row.end());
    }
    return LabelEdit(slice, box, std::move(bytes));
}

LabelEdit::LabelEdit(int slice, Rect box, std::vector<Label> bytes)
    : m_slice(slice)
    , m_box(box)
    , m_bytes(std::move(bytes))
{
    assert(m_bytes.size() == box.area());
}

void LabelEdit::swap(HumanLayer& layer)
{
    const auto values = layer.slice(m_slice);
    auto byte = m_bytes.begin();
    for (int y = m_box.y; y < m_box.y + m_box.height; ++y) {
        const auto row = values.subspan(offset(m_box.x, y, layer.size), static_cast<std::size_t>(m_box.width));
        byte = std::ranges::swap_ranges(row, std::ranges::subrange(byte, m_bytes.end())).in2;
    }
}

} // namespace limn
