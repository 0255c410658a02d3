#include "model/data/label_table.h"

#include <algorithm>
#include <span>

namespace limn {
namespace {

constexpr std::array<Colour, 8> okabeIto{{{86, 180, 233}, {230, 159, 0}, {0, 158, 115}, {240, 228, 66},
                                          {204, 121, 167}, {213, 94, 0}, {0, 114, 178}, {190, 190, 190}}};
constexpr std::array<Colour, 7> tolBright{{{102, 204, 238}, {238, 102, 119}, {34, 136, 51}, {204, 187, 68},
                                           {170, 51, 119}, {68, 119, 170}, {187, 187, 187}}};
constexpr std::array<Colour, 9> tolMuted{{{136, 204, 238}, {204, 102, 119}, {17, 119, 51}, {221, 204, 119},
                                          {136, 34, 85}, {68, 170, 153}, {153, 153, 51}, {170, 68, 153},
                                          {51, 34, 136}}};

std::span<const Colour> coloursOf(Palette palette)
{
    switch (palette) {
    case Palette::OkabeIto: return okabeIto;
    case Palette::TolBright: return tolBright;
    case Palette::TolMuted: return tolMuted;
    }
    return okabeIto;
}

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

Colour paletteColour(int index, Palette palette)
{
    const std::span<const Colour> colours = coloursOf(palette);
    const Colour base = colours[static_cast<std::size_t>(index) % colours.size()];
    constexpr std::array<double, 4> lightness{1.0, 0.7, 1.2, 0.5};
    const double factor = lightness[static_cast<std::size_t>(index) / colours.size() % lightness.size()];
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
