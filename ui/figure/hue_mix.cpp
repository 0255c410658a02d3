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

std::array<float, 256> withSolo(std::array<float, 256> opacities, Label solo)
{
    constexpr float faint = 0.3F;
    for (std::size_t label = 1; solo != background && label < opacities.size(); ++label)
        opacities[label] = label == solo ? 1.0F : faint * opacities[label];
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

// In blocks whose sums stay in the cache, class by class, so that the compiler can take several
// pixels at once.
void mixHues(std::span<const float> rows, int classes, const Hues& hues, float opacity, float veil,
             std::span<QRgb> out)
{
    constexpr std::size_t blockPx = 64;
    const std::size_t width = out.size();
    for (std::size_t start = 0; start < width; start += blockPx) {
        const std::size_t count = std::min(blockPx, width - start);
        std::array<float, blockPx> red{}, green{}, blue{}, alpha{};
        for (int k = 1; k < classes; ++k) {
            const Hue& hue = hues[static_cast<std::size_t>(k)];
            const float* const row = rows.data() + static_cast<std::size_t>(k) * width + start;
            for (std::size_t i = 0; i < count; ++i) {
                const float share = row[i] * hue.opacity * opacity;
                red[i] += share * hue.red;
                green[i] += share * hue.green;
                blue[i] += share * hue.blue;
                alpha[i] += share;
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            const float covered = std::min(alpha[i], 1.0F);
            const int total = static_cast<int>(255 * (covered + veil * (1 - covered)) + 0.5F);
            // Rounding must not lift a colour over its alpha: blending would run over.
            const auto byte = [total](float value) {
                return std::min(static_cast<int>(value + 0.5F), total);
            };
            out[start + i] = qRgba(byte(red[i]), byte(green[i]), byte(blue[i]), total);
        }
    }
}

} // namespace limn
