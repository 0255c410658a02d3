#include "ui/view/overlay_painter.h"

#include "model/data/compose.h"
#include "ui/view/theme.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace limn {
namespace {

constexpr float maskFill = 0.35F / 0.6F; // of the opacity: the default of 60 % fills with 35 %

QRgb premultiplied(float red, float green, float blue, float alpha)
{
    const auto byte = [](float value) { return static_cast<int>(value + 0.5F); };
    return qRgba(byte(red * alpha), byte(green * alpha), byte(blue * alpha), byte(255 * alpha));
}

StepPtr stepBefore(const Session& session, const StepPtr& step)
{
    const auto& steps = session.steps();
    const auto found = std::ranges::find(steps, step);
    return found == steps.end() || found == steps.begin() ? nullptr : *std::prev(found);
}

} // namespace

const ProbabilityMap& shownMap(const Session& session, const Step* step, OverlayMode mode)
{
    if (step != nullptr && mode == OverlayMode::Semantic)
        return step->semantic;
    if (step != nullptr && mode == OverlayMode::Generative)
        return step->generative;
    if (step != nullptr && mode == OverlayMode::StateAlone)
        return step->state;
    return session.baseMap();
}

OverlayPainter::OverlayPainter(const Session& session, const OverlaySettings& settings,
                               const StrokeMask* stroke, int level, Rect box)
    : m_session(session)
    , m_settings(settings)
    , m_live(session, stroke)
    , m_step(session.baseStep())
    , m_stepBefore(stepBefore(session, m_step))
    , m_picture(session.labels().size)
    , m_level(level)
    , m_box(box)
    , m_hues(huesOf(session.labelTable()))
{
    const int half = (1 << level) >> 1;
    m_columns.reserve(static_cast<std::size_t>(box.width));
    for (int x = box.x; x < box.x + box.width; ++x)
        m_columns.push_back(std::min((x << level) + half, m_picture.width - 1));
    m_labels.resize(m_columns.size());
    m_before.resize(m_columns.size());
    const auto opacities =
        withSolo(labelOpacities(session.labelTable()), static_cast<Label>(settings.soloLabel));
    for (std::size_t label = 0; label < opacities.size(); ++label)
        m_hues[label].opacity = opacities[label];
    m_planes = shownPlanes(session, settings);
    m_range = shownRange(session, settings);
}

void OverlayPainter::paintRow(int y, std::span<QRgb> out)
{
    switch (m_settings.mode) {
    case OverlayMode::Mask: return paintMask(y, out);
    case OverlayMode::Who: return paintWho(y, out);
    case OverlayMode::Probability: paintMix(m_session.baseMap(), y, out); return paintHuman(y, out);
    case OverlayMode::Winner: paintWinner(y, out); return paintHuman(y, out);
    case OverlayMode::State: return paintState(y, out);
    case OverlayMode::StateAlone: return paintStateAlone(y, out);
    case OverlayMode::AnswerAlone:
    case OverlayMode::Semantic:
    case OverlayMode::Generative:
        return paintMix(shownMap(m_session, m_step.get(), m_settings.mode), y, out);
    case OverlayMode::Changed: return paintChanged(y, out);
    default: return paintValues(y, out);
    }
}

const MapRows& OverlayPainter::samplerOf(Size map)
{
    for (const auto& [size, sampler] : m_samplers)
        if (size == map)
            return sampler;
    return m_samplers.emplace_back(map, MapRows(map, m_picture, m_level, m_box.x, m_box.width))
        .second;
}

void OverlayPainter::readClasses(const ProbabilityMap& map, int y, std::vector<float>& rows)
{
    const std::size_t width = m_columns.size();
    const MapRows& sampler = samplerOf(map.size);
    rows.resize(width * static_cast<std::size_t>(map.classes));
    for (int k = 0; k < map.classes; ++k)
        sampler.read(map.of(k), y,
                     std::span(rows).subspan(static_cast<std::size_t>(k) * width, width));
}

int OverlayPainter::pictureRow(int y) const
{
    return std::min((y << m_level) + ((1 << m_level) >> 1), m_picture.height - 1);
}

// Eight pixels at once where they have one label, as most have.
void OverlayPainter::paintMask(int y, std::span<QRgb> out)
{
    if (!m_hasMaskColours) {
        m_maskColours = coloursOf(maskFill * static_cast<float>(m_settings.opacity));
        m_hasMaskColours = true;
    }
    if (m_level == 0)
        m_live.labelsFrom(m_box.x, y, m_labels);
    else
        m_live.labels(pictureRow(y), m_columns, m_labels);
    std::size_t i = 0;
    for (std::uint64_t eight = 0; i + sizeof eight <= out.size(); i += sizeof eight) {
        std::memcpy(&eight, m_labels.data() + i, sizeof eight);
        if (eight == m_labels[i] * 0x0101010101010101U)
            std::fill_n(out.data() + i, sizeof eight, m_maskColours[m_labels[i]]);
        else
            for (std::size_t k = i; k < i + sizeof eight; ++k)
                out[k] = m_maskColours[m_labels[k]];
    }
    for (; i < out.size(); ++i)
        out[i] = m_maskColours[m_labels[i]];
}

void OverlayPainter::paintWho(int y, std::span<QRgb> out)
{
    m_live.labels(pictureRow(y), m_columns, m_before);
    m_live.human(pictureRow(y), m_columns, m_labels);
    const auto opacity = static_cast<float>(m_settings.opacity);
    const auto tint = [opacity](const QColor& colour, float share) {
        return premultiplied(static_cast<float>(colour.red()), static_cast<float>(colour.green()),
                             static_cast<float>(colour.blue()), share * opacity);
    };
    const QRgb byModel = tint(on_canvas::muted, maskFill);
    const QRgb erased = tint(on_canvas::doubt, 0.3F);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Hue& hue = m_hues[m_labels[i]];
        if (m_labels[i] == untouched)
            out[i] = m_before[i] == background || m_hues[m_before[i]].opacity <= 0 ? 0 : byModel;
        else
            out[i] = m_labels[i] == background
                ? erased
                : premultiplied(hue.red, hue.green, hue.blue, hue.opacity * opacity);
    }
}

void OverlayPainter::paintMix(const ProbabilityMap& map, int y, std::span<QRgb> out)
{
    if (map.isEmpty()) {
        std::ranges::fill(out, 0U);
        return;
    }
    readClasses(map, y, m_rows);
    mixHues(m_rows, map.classes, m_hues, static_cast<float>(m_settings.opacity), 0, out);
}

void OverlayPainter::paintWinner(int y, std::span<QRgb> out)
{
    const ProbabilityMap& map = m_session.baseMap();
    std::ranges::fill(out, 0U);
    if (map.isEmpty())
        return;
    readClasses(map, y, m_rows);
    decideRow(map, y, m_labels);
    const auto opacity = static_cast<float>(m_settings.opacity);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::size_t label = m_labels[i];
        const Hue& hue = m_hues[label];
        if (label != background)
            out[i] = premultiplied(hue.red, hue.green, hue.blue,
                                   hue.opacity * opacity * m_rows[label * out.size() + i]);
    }
}

// What a person decided is certain.
void OverlayPainter::paintHuman(int y, std::span<QRgb> out)
{
    const int row = pictureRow(y), first = m_columns.front();
    if (!m_live.hasHuman(first, row, static_cast<std::size_t>(m_columns.back() - first + 1)))
        return;
    if (!m_hasHumanColours) {
        m_humanColours = coloursOf(static_cast<float>(m_settings.opacity));
        m_hasHumanColours = true;
    }
    m_live.human(row, m_columns, m_labels);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (m_labels[i] != untouched)
            out[i] = m_humanColours[m_labels[i]];
}

// Labels that are not in the table have no colour.
std::array<QRgb, 256> OverlayPainter::coloursOf(float opacity) const
{
    std::array<QRgb, 256> colours{};
    for (const LabelRow& row : m_session.labelTable().rows) {
        const Hue& hue = m_hues[row.label];
        colours[row.label] = premultiplied(hue.red, hue.green, hue.blue, hue.opacity * opacity);
    }
    return colours;
}

void OverlayPainter::paintState(int y, std::span<QRgb> out)
{
    const ProbabilityMap& posterior = m_session.baseMap();
    if (m_step == nullptr || m_step->state.isEmpty()
        || m_step->state.classes != posterior.classes) {
        paintMix(posterior, y, out);
        return paintHuman(y, out);
    }
    readClasses(posterior, y, m_rows);
    readClasses(m_step->state, y, m_more);
    const auto share = static_cast<float>(std::clamp(m_step->t, 0.0, 1.0));
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i] += share * (m_more[i] - m_rows[i]);
    mixHues(m_rows, posterior.classes, m_hues, static_cast<float>(m_settings.opacity),
            stateVeil * share, out);
}

void OverlayPainter::paintStateAlone(int y, std::span<QRgb> out)
{
    std::ranges::fill(out, 0U);
    if (m_step == nullptr || m_step->state.isEmpty())
        return;
    readClasses(m_step->state, y, m_rows);
    const auto share = static_cast<float>(std::clamp(m_step->t, 0.0, 1.0));
    mixHues(m_rows, m_step->state.classes, m_hues, static_cast<float>(m_settings.opacity),
            stateVeil * share, out);
}

// The model's labels of one row, by the session's threshold.
void OverlayPainter::decideRow(const ProbabilityMap& map, int y, std::vector<Label>& labels)
{
    const Size line{m_box.width, 1};
    ProbabilityMap row{line, map.classes, {}};
    readClasses(map, y, row.values);
    const std::vector<Label> human(line.area(), untouched);
    composeInto(labels, human, row, m_session.threshold(), line, wholeOf(line));
}

void OverlayPainter::paintChanged(int y, std::span<QRgb> out)
{
    std::ranges::fill(out, 0U);
    if (m_stepBefore == nullptr)
        return;
    decideRow(m_stepBefore->posterior, y, m_before);
    decideRow(m_step->posterior, y, m_labels);
    const QColor accent = theme().accent;
    const QRgb colour =
        premultiplied(static_cast<float>(accent.red()), static_cast<float>(accent.green()),
                      static_cast<float>(accent.blue()), static_cast<float>(m_settings.opacity));
    for (std::size_t i = 0; i < out.size(); ++i)
        if (m_before[i] != m_labels[i])
            out[i] = colour;
}

} // namespace limn
