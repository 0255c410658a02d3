#include "model/data/label_table.h"

#include <algorithm>

namespace limn {
namespace {

constexpr std::array<Colour, 8> okabeIto{{{86, 180, 233}, {230, 159, 0}, {0, 158, 115}, {240, 228, 66},
                                          {204, 121, 167}, {213, 94, 0}, {0, 114, 178}, {190, 190, 190}}};

std::uint8_t scaled(std::uint8_t value, double factor)
{
    return static_cast<std::uint8_t>(std::clamp(value * factor, 0.0, 255.0));
}

} // namespace

const LabelRow* LabelTable::find(Label label) const
{
    const auto row = std::ranges::find(rows, label, &LabelRow::label);
    return row == rows.end() ? nullptr : &*row;
}

Colour paletteColour(int index)
{
    const Colour base = okabeIto[static_cast<std::size_t>(index) % okabeIto.size()];
    constexpr std::array<double, 4> lightness{1.0, 0.7, 1.2, 0.5};
    const double factor = lightness[static_cast<std::size_t>(index) / okabeIto.size() % lightness.size()];
    return {scaled(base.red, factor), scaled(base.green, factor), scaled(base.blue, factor)};
}

LabelTable tableOf(const std::vector<std::string>& names)
{
    LabelTable table;
    for (std::size_t i = 0; i < names.size() && i < 254; ++i)
        table.rows.push_back({static_cast<Label>(i + 1), names[i], paletteColour(static_cast<int>(i))});
    return table;
}

} // namespace limn
