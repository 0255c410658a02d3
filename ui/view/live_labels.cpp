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
    const ProbabilityMap& map = m_session.baseMap();
    const bool hasMap = map.size == m_size && !map.isEmpty();
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (out[i] == untouched)
            out[i] = hasMap ? likeliest(map,
                                        static_cast<std::size_t>(y)
                                                * static_cast<std::size_t>(m_size.width)
                                            + static_cast<std::size_t>(columns[i]),
                                        m_session.threshold())
                            : background;
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
    const auto row =
        values.subspan(static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width),
                       static_cast<std::size_t>(m_size.width));
    for (std::size_t i = 0; i < columns.size(); ++i)
        out[i] = columns[i] < 0 ? outside : row[static_cast<std::size_t>(columns[i])];
    if (m_stroke == nullptr)
        return;
    const Rect box = m_stroke->box();
    if (y < box.y || y >= box.y + box.height)
        return;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (m_stroke->contains(columns[i], y))
            out[i] = m_stroke->value();
}

} // namespace limn
