#include "ui/figure/hue_mix.h"

#include "ui/figure/vectorised.h"

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

// In blocks whose sums stay in the cache, class by class, without a jump a pixel, so that the
// compiler can take several pixels at once.
LIMN_VECTORISED void mixHues(std::span<const float> rows, int classes, const Hues& hues,
                             float opacity, float veil, std::span<QRgb> out)
{
    constexpr std::size_t blockPx = 256;
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
            int total = static_cast<int>(255 * (alpha[i] + veil * (1 - alpha[i])) + 0.5F);
            total = total < 255 ? total : 255;
            // Rounding must not lift a colour over its alpha: blending would run over.
            int r = static_cast<int>(red[i] + 0.5F);
            int g = static_cast<int>(green[i] + 0.5F);
            int b = static_cast<int>(blue[i] + 0.5F);
            r = r < total ? r : total;
            g = g < total ? g : total;
            b = b < total ? b : total;
            out[start + i] = static_cast<QRgb>(total << 24 | r << 16 | g << 8 | b);
        }
    }
}

} // namespace limn
