#include "ui/figure/panel_pictures.h"

#include "model/data/compose.h"
#include "ui/figure/colour_map.h"
#include "ui/figure/contour.h"
#include "ui/figure/hue_mix.h"
#include "ui/figure/map_rows.h"

#include <algorithm>
#include <set>

namespace limn {
namespace {

constexpr float maskFill = 0.35F / 0.6F; // of the opacity, as in the window

QRgb* lineOf(QImage& image, int y)
{
    return reinterpret_cast<QRgb*>(image.scanLine(y));
}

// `above` is premultiplied, `under` opaque.
void blend(std::span<const QRgb> above, QRgb* under)
{
    for (std::size_t i = 0; i < above.size(); ++i) {
        const int left = 255 - qAlpha(above[i]);
        const auto channel = [left](int over, int below) {
            return over + (below * left + 127) / 255;
        };
        under[i] = qRgb(channel(qRed(above[i]), qRed(under[i])),
                        channel(qGreen(above[i]), qGreen(under[i])),
                        channel(qBlue(above[i]), qBlue(under[i])));
    }
}

void readClasses(const ProbabilityMap& map, const MapRows& sampler, int y, std::vector<float>& rows)
{
    const std::size_t width = rows.size() / static_cast<std::size_t>(map.classes);
    for (int k = 0; k < map.classes; ++k)
        sampler.read(map.of(k), y,
                     std::span(rows).subspan(static_cast<std::size_t>(k) * width, width));
}

} // namespace

double aspectOf(const FigureInput& input)
{
    const Geometry& geometry = input.geometry;
    return input.slice->size.width * geometry.columnSpacingMm
        / (input.slice->size.height * geometry.rowSpacingMm);
}

PanelPictures::PanelPictures(const FigureInput& input, const FigureStyle& style, QSize wanted)
    : m_input(input)
    , m_style(style)
    , m_wanted(wanted.expandedTo({1, 1}))
{
    const Size full = input.slice->size;
    while (full.width >> (m_level + 1) >= m_wanted.width()
           && full.height >> (m_level + 1) >= m_wanted.height())
        ++m_level;
    m_size = sizeOfLevel(full, m_level);
    PictureImage image;
    image.setSlice(input.slice, input.isInverted);
    image.setWindow(input.window, input.formula);
    m_picture = image.at(m_level, wholeOf(m_size)).image().convertToFormat(QImage::Format_RGB32);
}

QImage PanelPictures::fitted(QImage picture) const
{
    const bool isSmaller =
        picture.width() > m_wanted.width() || picture.height() > m_wanted.height();
    const bool hasLargePixels =
        picture.width() * 2 <= m_wanted.width() && picture.height() * 2 <= m_wanted.height();
    if (picture.size() == m_wanted || (hasLargePixels && !isSmaller))
        return picture;
    return picture.scaled(m_wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QImage PanelPictures::mask() const
{
    QImage out = m_picture;
    const Hues hues = huesOf(m_input.table);
    const auto opacity = static_cast<float>(m_style.opacity) * maskFill;
    const Size full = m_input.slice->size;
    const int half = (1 << m_level) >> 1;
    std::vector<QRgb> row(static_cast<std::size_t>(m_size.width));
    for (int y = 0; y < m_size.height; ++y) {
        const auto line = static_cast<std::size_t>(std::min((y << m_level) + half, full.height - 1))
            * static_cast<std::size_t>(full.width);
        for (int x = 0; x < m_size.width; ++x) {
            const auto column =
                static_cast<std::size_t>(std::min((x << m_level) + half, full.width - 1));
            const Hue& hue = hues[m_input.labels[line + column]];
            const float alpha = hue.opacity * opacity;
            row[static_cast<std::size_t>(x)] = qRgba(static_cast<int>(hue.red * alpha + 0.5F),
                                                     static_cast<int>(hue.green * alpha + 0.5F),
                                                     static_cast<int>(hue.blue * alpha + 0.5F),
                                                     static_cast<int>(255 * alpha + 0.5F));
        }
        blend(row, lineOf(out, y));
    }
    return fitted(std::move(out));
}

QImage PanelPictures::map(FigureMap map, const Step& step) const
{
    switch (map) {
    case FigureMap::Film: return over(step.posterior, &step.state, std::clamp(step.t, 0.0, 1.0));
    case FigureMap::State: return over(step.state, &step.state, 1);
    case FigureMap::Posterior: return over(step.posterior, nullptr, 0);
    case FigureMap::Semantic: return over(step.semantic, nullptr, 0);
    case FigureMap::Generative: return over(step.generative, nullptr, 0);
    case FigureMap::Entropy:
        return values(step.entropy.values, step.entropy.size, m_style.doubtColours);
    }
    return {};
}

// Where a state is mixed in, the picture steps back.
QImage PanelPictures::over(const ProbabilityMap& map, const ProbabilityMap* state,
                           double stateShare) const
{
    const bool isValues = m_style.colours == FigureColours::Values;
    QImage out = m_picture;
    const Hues hues = huesOf(m_input.table);
    const auto share = static_cast<float>(stateShare);
    const auto width = static_cast<std::size_t>(m_size.width);
    const MapRows sampler(map.size, m_input.slice->size, m_level, 0, m_size.width);
    const MapRows stateSampler(state ? state->size : map.size, m_input.slice->size, m_level, 0,
                               m_size.width);
    std::vector<float> rows(width * static_cast<std::size_t>(map.classes)), states(rows.size());
    std::vector<QRgb> colours(width);
    for (int y = 0; y < m_size.height; ++y) {
        readClasses(map, sampler, y, rows);
        if (state) {
            readClasses(*state, stateSampler, y, states);
            for (std::size_t i = 0; i < rows.size(); ++i)
                rows[i] += share * (states[i] - rows[i]);
        }
        if (isValues) {
            const float* const plane =
                rows.data() + static_cast<std::size_t>(m_style.classIndex) * width;
            std::transform(plane, plane + width, lineOf(out, y), [this](float p) {
                return colourOf(m_style.valueColours, static_cast<double>(p));
            });
            continue;
        }
        mixHues(rows, map.classes, hues, static_cast<float>(m_style.opacity), stateVeil * share,
                colours);
        blend(colours, lineOf(out, y));
    }
    return fitted(std::move(out));
}

QImage PanelPictures::values(std::span<const float> plane, Size size, ColourMap colours) const
{
    QImage out(m_size.width, m_size.height, QImage::Format_RGB32);
    const MapRows sampler(size, m_input.slice->size, m_level, 0, m_size.width);
    std::vector<float> row(static_cast<std::size_t>(m_size.width));
    for (int y = 0; y < m_size.height; ++y) {
        sampler.read(plane, y, row);
        std::ranges::transform(row, lineOf(out, y), [colours](float value) {
            return colourOf(colours, static_cast<double>(value));
        });
    }
    return fitted(std::move(out));
}

QPainterPath PanelPictures::contours(const std::vector<Label>& labels) const
{
    const auto opacities = labelOpacities(m_input.table);
    QPainterPath path;
    for (const Label label : std::set<Label>(labels.begin(), labels.end()))
        if (label != background && opacities[label] > 0)
            path.addPath(contourOf(labels, m_input.slice->size, label));
    return path;
}

QPainterPath PanelPictures::maskContour() const
{
    return contours(m_input.labels);
}

QPainterPath PanelPictures::posteriorContour(const Step& step) const
{
    const Size size = m_input.slice->size;
    std::vector<Label> labels(size.area());
    const std::vector<Label> nobody(size.area(), untouched);
    composeInto(labels, nobody, step.posterior, m_input.threshold, size, wholeOf(size));
    return contours(labels);
}

} // namespace limn
