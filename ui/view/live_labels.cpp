#include "ui/view/live_labels.h"

#include "model/data/compose.h"

#include <algorithm>

namespace limn {

LiveLabels::LiveLabels(const Session& session, const StrokeMask* stroke)
    : m_session(session)
    , m_size(session.labels().size)
    , m_labels(session.labels().slice(session.currentSlice()))
    , m_human(session.human().slice(session.currentSlice()))
    , m_stroke(stroke != nullptr && !stroke->isEmpty() ? stroke : nullptr)
{
}

LiveLabels::LiveLabels(const Session& session, std::span<const Label> labels)
    : LiveLabels(session, static_cast<const StrokeMask*>(nullptr))
{
    m_labels = labels;
}

void LiveLabels::labels(int y, std::span<const int> columns, std::span<Label> out) const
{
    read(m_labels, background, y, columns, out);
    if (m_stroke != nullptr && m_stroke->value() == untouched)
        giveBack(y, columns, out);
}

// Where a stroke gives pixels back to the model, its likeliest label.
void LiveLabels::giveBack(int y, std::span<const int> columns, std::span<Label> out) const
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (out[i] == untouched)
            out[i] = givenBack(columns[i], y);
}

Label LiveLabels::givenBack(int x, int y) const
{
    const ProbabilityMap& map = m_session.baseMap();
    if (map.size != m_size || map.isEmpty())
        return background;
    const auto width = static_cast<std::size_t>(m_size.width);
    return likeliest(map, static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x),
                     m_session.threshold());
}

void LiveLabels::human(int y, std::span<const int> columns, std::span<Label> out) const
{
    read(m_human, untouched, y, columns, out);
}

bool LiveLabels::isSureBackground(int x, int y) const
{
    constexpr float sure = 0.99F;
    const ProbabilityMap& map = m_session.baseMap();
    return map.size == m_size && !map.isEmpty()
        && map.of(background)[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width)
                              + static_cast<std::size_t>(x)]
        > sure;
}

void LiveLabels::read(std::span<const Label> values, Label outside, int y,
                      std::span<const int> columns, std::span<Label> out) const
{
    if (y < 0 || y >= m_size.height) {
        std::ranges::fill(out, outside);
        return;
    }
    const auto row = rowOf(values, y);
    for (std::size_t i = 0; i < columns.size(); ++i)
        out[i] = columns[i] < 0 ? outside : row[static_cast<std::size_t>(columns[i])];
    if (!hasStroke(y))
        return;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (m_stroke->contains(columns[i], y))
            out[i] = m_stroke->value();
}

void LiveLabels::labelsFrom(int x, int y, std::span<Label> out) const
{
    if (y < 0 || y >= m_size.height) {
        std::ranges::fill(out, background);
        return;
    }
    const int width = static_cast<int>(out.size());
    std::ranges::copy(rowOf(m_labels, y).subspan(static_cast<std::size_t>(x), out.size()),
                      out.begin());
    if (!hasStroke(y))
        return;
    const Rect box = intersected(m_stroke->box(), {x, y, width, 1});
    for (int column = box.x; column < box.x + box.width; ++column)
        if (m_stroke->contains(column, y))
            out[static_cast<std::size_t>(column - x)] =
                m_stroke->value() == untouched ? givenBack(column, y) : m_stroke->value();
}

bool LiveLabels::hasHuman(int y) const
{
    if (y < 0 || y >= m_size.height)
        return false;
    Label all = untouched; // every bit set
    for (const Label label : rowOf(m_human, y))
        all &= label;
    return all != untouched || hasStroke(y);
}

std::span<const Label> LiveLabels::rowOf(std::span<const Label> values, int y) const
{
    const auto width = static_cast<std::size_t>(m_size.width);
    return values.subspan(static_cast<std::size_t>(y) * width, width);
}

bool LiveLabels::hasStroke(int y) const
{
    return m_stroke != nullptr && y >= m_stroke->box().y
        && y < m_stroke->box().y + m_stroke->box().height;
}

} // namespace limn
