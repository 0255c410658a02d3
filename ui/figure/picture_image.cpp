#include "ui/figure/picture_image.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

std::size_t place(int x, int y, int channels, Size size)
{
    return (static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)
            + static_cast<std::size_t>(x))
        * static_cast<std::size_t>(channels);
}

// The mean of each 2 x 2 block, without padding and without values that are not finite.
std::vector<float> halved(std::span<const float> values, Size from, Size to, const Slice& slice)
{
    std::vector<float> out(to.area() * static_cast<std::size_t>(slice.channels));
    for (int y = 0; y < to.height; ++y)
        for (int x = 0; x < to.width; ++x)
            for (int c = 0; c < slice.channels; ++c) {
                float sum = 0;
                int count = 0;
                for (int row = 2 * y; row < std::min(2 * y + 2, from.height); ++row)
                    for (int column = 2 * x; column < std::min(2 * x + 2, from.width); ++column) {
                        const float value = values[place(column, row, slice.channels, from)
                                                   + static_cast<std::size_t>(c)];
                        if (!std::isfinite(value) || value == slice.padding)
                            continue;
                        sum += value;
                        ++count;
                    }
                out[place(x, y, slice.channels, to) + static_cast<std::size_t>(c)] = count > 0
                    ? sum / static_cast<float>(count)
                    : slice.padding.value_or(std::nanf(""));
            }
    return out;
}

// The formula with its divisions done beforehand.
class GreyScale {
public:
    GreyScale(const DisplayWindow& window, GreyFormula formula, bool isInverted)
        : m_window(window)
        , m_formula(formula)
        , m_from(isInverted ? 255 : 0)
        , m_range(isInverted ? -255 : 255)
    {
        const bool isLinear = formula == GreyFormula::Linear;
        const double centre = isLinear ? window.level - 0.5 : window.level;
        const double width = isLinear ? window.width - 1 : window.width;
        m_low = centre - width / 2;
        m_high = centre + width / 2;
        m_gain = width > 0 ? m_range / width : 0;
        // As DCMTK has it, so that no value on a grey level's edge falls to the other side.
        m_offset = m_from + m_range - (width > 0 ? (centre / width + 0.5) * m_range : 0);
    }

    int of(double value) const
    {
        if (!std::isfinite(value))
            return 0;
        if (m_formula == GreyFormula::Table)
            return m_from == 0 ? tableLevel(value) : 255 - tableLevel(value);
        if (m_formula == GreyFormula::Sigmoid)
            return static_cast<int>(
                m_from + m_range / (1 + std::exp(-4 * (value - m_window.level) / m_window.width)));
        if (value <= m_low)
            return m_from;
        if (value > m_high)
            return m_from + m_range;
        return static_cast<int>(value * m_gain + m_offset);
    }

private:
    // The upper 8 bits of the entry, as DCMTK has it.
    int tableLevel(double value) const
    {
        const GreyTable& table = *m_window.table;
        const double place = std::floor(value) - table.firstMapped;
        const auto last = static_cast<double>(table.levels.size() - 1);
        const float level = table.levels[static_cast<std::size_t>(std::clamp(place, 0.0, last))];
        return std::clamp(static_cast<int>(level * 256), 0, 255);
    }

    const DisplayWindow& m_window;
    GreyFormula m_formula;
    int m_from = 0, m_range = 255;
    double m_low = 0, m_high = 1, m_gain = 255, m_offset = 0;
};

} // namespace

GreyFormula greyFormulaOf(const Volume& volume, const DisplayWindow& window)
{
    if (window.table)
        return GreyFormula::Table;
    switch (window.function) {
    case WindowFunction::Sigmoid: return GreyFormula::Sigmoid;
    case WindowFunction::LinearExact: return GreyFormula::LinearExact;
    case WindowFunction::Linear: break;
    }
    return volume.source.format == "DICOM" && window.width >= 1 ? GreyFormula::Linear
                                                                : GreyFormula::LinearExact;
}

int greyOf(double value, const DisplayWindow& window, GreyFormula formula, bool isInverted)
{
    return GreyScale(window, formula, isInverted).of(value);
}

void PictureImage::setSlice(SlicePtr slice, bool isInverted)
{
    if (slice != m_slice)
        m_levels.clear();
    m_slice = std::move(slice);
    m_isInverted = isInverted;
    m_cache.invalidate();
}

void PictureImage::setWindow(const DisplayWindow& window, GreyFormula formula)
{
    m_window = window;
    m_formula = formula;
    m_cache.invalidate();
}

std::span<const float> PictureImage::valuesOf(int level)
{
    while (static_cast<int>(m_levels.size()) < level) {
        const bool isFirst = m_levels.empty();
        const Size from = isFirst ? m_slice->size : m_levels.back().size;
        const Size to = sizeOfLevel(from, 1);
        m_levels.push_back(
            {to, halved(isFirst ? m_slice->values : m_levels.back().values, from, to, *m_slice)});
    }
    return level == 0
        ? std::span(m_slice->values)
        : std::span<const float>(m_levels[static_cast<std::size_t>(level - 1)].values);
}

CachedRegion& PictureImage::at(int level, Rect visible)
{
    const Rect box = m_cache.update(visible, level, sizeOfLevel(m_slice->size, level));
    if (!box.isEmpty())
        paint(box, level);
    return m_cache;
}

void PictureImage::paint(Rect box, int level)
{
    const Size size = sizeOfLevel(m_slice->size, level);
    const auto values = valuesOf(level);
    const GreyScale scale(m_window, m_formula, m_isInverted);
    const auto grey = [&](float value) {
        return value == m_slice->padding ? 0 : scale.of(static_cast<double>(value));
    };
    const Rect region = m_cache.region();
    for (int y = box.y; y < box.y + box.height; ++y) {
        auto* out =
            reinterpret_cast<QRgb*>(m_cache.image().scanLine(y - region.y)) + (box.x - region.x);
        const float* in = values.data() + place(box.x, y, m_slice->channels, size);
        if (m_slice->channels == 3) {
            for (int i = 0; i < box.width; ++i, in += 3)
                out[i] = qRgb(grey(in[0]), grey(in[1]), grey(in[2]));
        } else {
            for (int i = 0; i < box.width; ++i) {
                const int level8 = grey(in[i]);
                out[i] = qRgb(level8, level8, level8);
            }
        }
    }
}

} // namespace limn
