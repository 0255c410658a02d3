// Where two runs of a slice make different masks.
#pragma once

#include "model/data/label_table.h"
#include "model/data/size.h"

#include <cstdint>
#include <span>
#include <vector>

namespace limn {

// Both masks have a person's layer on top, so that nothing differs where a person decided.
class RunDifference {
public:
    void clear();
    // Compares a box of two slices of labels; the first time of a pair the box is the whole slice.
    void update(std::span<const Label> shown, std::span<const Label> other, Size size, Rect box);

    std::size_t count() const { return m_count; }
    // A byte a pixel, 1 where the labels differ; nothing when no two runs were compared.
    std::span<const std::uint8_t> pixels() const { return m_pixels; }

private:
    std::vector<std::uint8_t> m_pixels;
    std::size_t m_count = 0;
};

} // namespace limn
