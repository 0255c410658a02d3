// The labels' colours laid over a picture, each as opaque as its class is probable.
#pragma once

#include "model/data/label_table.h"

#include <QRgb>

#include <array>
#include <span>

namespace limn {

// How far the picture steps back behind pure noise, when a state is shown.
inline constexpr float stateVeil = 0.7F;

// How visible each label is, 0..1: its own opacity, 0 where hidden or not in the table.
std::array<float, 256> labelOpacities(const LabelTable& table);

struct Hue {
    float red = 0, green = 0, blue = 0, opacity = 0; // colours 0..255, not yet multiplied
};
using Hues = std::array<Hue, 256>; // by label

Hues huesOf(const LabelTable& table);

// One label full, all others at three tenths of what they are; 0: as they are.
std::array<float, 256> withSolo(std::array<float, 256> opacities, Label solo);

// What the classes make of a row (class by class, out.size() values each), premultiplied, on a veil
// that darkens the picture.
void mixHues(std::span<const float> rows, int classes, const Hues& hues, float opacity, float veil,
             std::span<QRgb> out);

} // namespace limn
