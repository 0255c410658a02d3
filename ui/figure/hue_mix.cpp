#include "ui/figure/hue_mix.h"

#include <algorithm>

namespace limn {

std::array<float, 256> labelOpacities(const LabelTable& table)
{
    std::array<float, 256> opacities{};
    for (const LabelRow& row : table.rows)
        opacities[row.label] = row.isVisible ? static_cast<float>(row.opacity) : 0.0F;
    return opacities;
}

Hues huesOf(const LabelTable& table)
{
    Hues hues{};
    const auto opacities = labelOpacities(table);
    for (const LabelRow& row : table.rows)
        hues[row.label] = {static_cast<float>(row.colour.red), static_cast<float>(row.colour.green),
                           static_cast<float>(row.colour.blue), opacities[row.label]};
    return hues;
}

void mixHues(std::span<const float> rows, int classes, const Hues& hues, float opacity, float veil,
             std::span<QRgb> out)
{
    const std::size_t width = out.size();
    for (std::size_t i = 0; i < width; ++i) {
        float red = 0, green = 0, blue = 0, alpha = 0;
        for (int k = 1; k < classes; ++k) {
            const Hue& hue = hues[static_cast<std::size_t>(k)];
            const float share =
                rows[static_cast<std::size_t>(k) * width + i] * hue.opacity * opacity;
            red += share * hue.red;
            green += share * hue.green;
            blue += share * hue.blue;
            alpha += share;
        }
        alpha = std::min(alpha, 1.0F);
        const int total = static_cast<int>(255 * (alpha + veil * (1 - alpha)) + 0.5F);
        // Rounding must not lift a colour over its alpha: blending would run over.
        const auto byte = [total](float value) {
            return std::min(static_cast<int>(value + 0.5F), total);
        };
        out[i] = qRgba(byte(red), byte(green), byte(blue), total);
    }
}

} // namespace limn
