#include "ui/view/live_labels.h"

#include "model/data/compose.h"
#include "ui/figure/vectorised.h"

#include <algorithm>

namespace limn {
namespace {

LIMN_VECTORISED void put(const std::uint8_t* covered, Label value, Label* out, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        out[i] = covered[i] != 0 ? value : out[i];
}

void gather(const Label* row, const int* columns, Label outside, Label* out, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        out[i] = columns[i] < 0 ? outside : row[columns[i]];
}

// `covered` begins at column `first` of the picture.
void putGathered(std::span<const std::uint8_t> covered, int first, std::span<const int> columns,
                 Label value, std::span<Label> out)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto place = static_cast<std::size_t>(columns[i] - first); // negative: very large
        if (place < covered.size() && covered[place] != 0)
            out[i] = value;
    }
}

} // namespace

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
    gather(rowOf(values, y).data(), columns.data(), outside, out.data(), out.size());
    if (const auto covered = strokeOf(y); !covered.empty())
        putGathered(covered, m_stroke->box().x, columns, m_stroke->value(), out);
}

void LiveLabels::labelsFrom(int x, int y, std::span<Label> out) const
{
    if (y < 0 || y >= m_size.height) {
        std::ranges::fill(out, background);
        return;
    }
    std::ranges::copy(rowOf(m_labels, y).subspan(static_cast<std::size_t>(x), out.size()),
                      out.begin());
    const auto covered = strokeOf(y);
    if (covered.empty())
        return;
    const Rect all = m_stroke->box();
    const Rect box = intersected(all, {x, y, static_cast<int>(out.size()), 1});
    if (box.isEmpty())
        return;
    const auto part = covered.subspan(static_cast<std::size_t>(box.x - all.x),
                                      static_cast<std::size_t>(box.width));
    Label* const to = out.data() + (box.x - x);
    if (m_stroke->value() != untouched)
        return put(part.data(), m_stroke->value(), to, part.size());
    for (std::size_t i = 0; i < part.size(); ++i)
        if (part[i] != 0)
            to[i] = givenBack(box.x + static_cast<int>(i), y);
}

bool LiveLabels::hasHuman(int x, int y, std::size_t count) const
{
    if (y < 0 || y >= m_size.height)
        return false;
    if (!strokeOf(y).empty())
        return true;
    Label all = untouched; // every bit set
    for (const Label label : rowOf(m_human, y).subspan(static_cast<std::size_t>(x), count))
        all &= label;
    return all != untouched;
}

std::span<const std::uint8_t> LiveLabels::strokeOf(int y) const
{
    return m_stroke == nullptr ? std::span<const std::uint8_t>() : m_stroke->row(y);
}

std::span<const Label> LiveLabels::rowOf(std::span<const Label> values, int y) const
{
    const auto width = static_cast<std::size_t>(m_size.width);
    return values.subspan(static_cast<std::size_t>(y) * width, width);
}

} // namespace limn
