// Masks as people and models make them at their worst: odd sizes, holes, single pixels, full, empty.
#pragma once

#include "model/data/mask_export.h"

#include <cmath>
#include <random>

namespace limn::test {

enum class OddKind { Noise, Discs, Rings, SinglePixels, Full, Empty, Checkers, Stripes };
inline constexpr int oddKinds = 8;

inline Label oddLabel(OddKind kind, int x, int y, Size size, int slice, std::mt19937& random)
{
    const double across = x - size.width / 2.0 + 0.5, down = y - size.height / 2.0 + 0.5;
    const double radius = std::hypot(across, down) / std::max(1, std::min(size.width, size.height));
    switch (kind) {
    case OddKind::Noise: return static_cast<Label>(random() % 4);
    case OddKind::Discs: return radius < 0.2 ? 2 : radius < 0.4 ? 1 : 0;
    case OddKind::Rings: return static_cast<Label>(static_cast<int>(radius * 12 + slice) % 2 ? 3 : 0);
    case OddKind::SinglePixels: return random() % 23 == 0 ? static_cast<Label>(1 + random() % 3) : 0;
    case OddKind::Full: return 2;
    case OddKind::Empty: return 0;
    case OddKind::Checkers: return (x + y + slice) % 2 == 0 ? 1 : 3;
    case OddKind::Stripes: return static_cast<Label>((x / 2 + slice) % 3);
    }
    return 0;
}

inline LabelMap oddLabels(Size size, int slices, int number)
{
    std::mt19937 random(static_cast<unsigned>(number));
    LabelMap labels = emptyLabelMap(size, slices);
    for (int slice = 0; slice < slices; ++slice) {
        const auto kind = static_cast<OddKind>((number + slice / 2) % oddKinds);
        auto values = labels.slice(slice);
        std::size_t i = 0;
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                values[i++] = oddLabel(kind, x, y, size, slice, random);
    }
    return labels;
}

inline LabelTable oddTable()
{
    LabelTable table = tableOf({"left lung", "Läsion; \"a\\b\"", "my own label"});
    table.rows[1].colour = {1, 2, 250};
    return table;
}

} // namespace limn::test
