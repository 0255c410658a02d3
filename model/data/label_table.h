// The labels of a study: what each byte of a mask means and how it is drawn.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace limn {

using Label = std::uint8_t;
inline constexpr Label background = 0;
inline constexpr Label untouched = 255; // in the human layer alone: no person decided this pixel

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;
};

struct LabelRow {
    Label label = 1; // 1..254
    std::string name;
    Colour colour;
    bool isVisible = true;
    bool isLocked = false; // never painted over
    double opacity = 1;    // 0..1, multiplies the overlay's
    std::string meaning = {}; // what it is, by a name that has a code; empty: its own name

    bool operator==(const LabelRow&) const = default;
};

struct LabelTable {
    std::vector<LabelRow> rows; // in display order, each label once

    const LabelRow* find(Label label) const; // null when absent
    bool operator==(const LabelTable&) const = default;
};

// Palettes that colour-blind people can tell apart: Okabe and Ito's eight without black
// (jfly.uni-koeln.de/color), Paul Tol's "bright" and "muted" (personal.sron.nl/~pault).
enum class Palette { OkabeIto, TolBright, TolMuted };

// The n-th colour (from 0); beyond the palette's end repeated with changed lightness.
Colour paletteColour(int index, Palette palette = Palette::OkabeIto);

// A table with one row a name: labels 1, 2, ..., palette colours.
LabelTable tableOf(const std::vector<std::string>& names);

} // namespace limn
