// The displays that have a scale: a number a pixel, and its colour.
#include "ui/figure/colour_map.h"
#include "ui/view/display_table.h"
#include "ui/view/overlay_painter.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr std::size_t colourCount = 255; // odd: one for no difference
// Shares of the range: where there is little to see, the picture is seen.
constexpr double faintBelow = 0.05, fullFrom = 0.5, fullDifference = 0.3;

QRgb premultiplied(QRgb colour, double alpha)
{
    const auto byte = [alpha](int value) { return static_cast<int>(value * alpha + 0.5); };
    return qRgba(byte(qRed(colour)), byte(qGreen(colour)), byte(qBlue(colour)),
                 static_cast<int>(255 * alpha + 0.5));
}

double coverOf(DisplayScale scale, double share)
{
    switch (scale) {
    case DisplayScale::Doubt:
    case DisplayScale::Nats:
        return std::clamp((share - faintBelow) / (fullFrom - faintBelow), 0.0, 1.0);
    case DisplayScale::Difference:
        return std::clamp(std::abs(2 * share - 1) / fullDifference, 0.0, 1.0);
    default: return 1;
    }
}

} // namespace

bool OverlayPainter::readValues(int y, std::span<float> out)
{
    if (m_settings.mode == OverlayMode::Decided) {
        readDecided(y, out);
        return m_session.steps().size() >= 2;
    }
    if (m_planes.plane.empty()) {
        const ProbabilityMap& map = m_session.baseMap();
        if (m_settings.mode != OverlayMode::Entropy || map.classes < 2)
            return false;
        readEntropyOf(map, y, out); // the steps are not there any more
        return true;
    }
    const MapRows& sampler = samplerOf(m_planes.size);
    sampler.read(m_planes.plane, y, out);
    if (m_planes.minus.empty())
        return true;
    m_more.resize(out.size());
    sampler.read(m_planes.minus, y, m_more);
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] -= m_more[i];
    return true;
}

void OverlayPainter::readEntropyOf(const ProbabilityMap& map, int y, std::span<float> out)
{
    std::ranges::fill(out, 0.0F);
    readClasses(map, y, m_rows);
    const float scale = -1.0F / std::log(static_cast<float>(map.classes));
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i] > 0)
            out[i % out.size()] += scale * m_rows[i] * std::log(m_rows[i]);
}

void OverlayPainter::readDecided(int y, std::span<float> out)
{
    std::ranges::fill(out, 1.0F);
    const auto& steps = m_session.steps();
    for (std::size_t step = 0; step < steps.size(); ++step) {
        m_before.swap(m_labels);
        decideRow(steps[step]->posterior, y, m_labels);
        for (std::size_t i = 0; step > 0 && i < out.size(); ++i)
            if (m_labels[i] != m_before[i])
                out[i] = static_cast<float>(step + 1);
    }
}

void OverlayPainter::makeColours()
{
    const DisplayScale scale = displayOf(m_settings.mode).scale;
    const bool isDoubt = scale == DisplayScale::Doubt || scale == DisplayScale::Nats;
    const int steps = static_cast<int>(m_range.high);
    const std::size_t count =
        scale == DisplayScale::Steps ? static_cast<std::size_t>(std::max(steps, 1)) : colourCount;
    for (std::size_t i = 0; i < count; ++i) {
        const double share =
            static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(count - 1, 1));
        const QRgb colour = scale == DisplayScale::Steps
            ? stepColour(static_cast<int>(i) + 1, steps)
            : scale == DisplayScale::Difference
            ? differenceColour(2 * share - 1)
            : colourOf(isDoubt ? m_settings.doubtColours : m_settings.valueColours, share);
        // What was decided at once is not what one looks for.
        const double cover =
            scale == DisplayScale::Steps ? (i == 0 ? 0.15 : 1) : coverOf(scale, share);
        m_colours.push_back(premultiplied(colour, m_settings.opacity * cover));
    }
}

void OverlayPainter::paintValues(int y, std::span<QRgb> out)
{
    std::vector<float> values(out.size());
    if (!readValues(y, values)) {
        std::ranges::fill(out, 0U);
        return;
    }
    if (m_colours.empty())
        makeColours();
    const auto last = static_cast<float>(m_colours.size() - 1);
    const auto low = static_cast<float>(m_range.low);
    const float gain =
        m_range.high > m_range.low ? last / static_cast<float>(m_range.high - m_range.low) : 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const float place = (values[i] - low) * gain;
        const float inside = place > 0 ? std::min(place, last) : 0; // not a number, too
        out[i] = m_colours[static_cast<std::size_t>(inside + 0.5F)];
    }
}

} // namespace limn
