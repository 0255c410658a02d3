#include "io/masks/deciders.h"

#include "model/data/compose.h"

#include <algorithm>
#include <cstring>

namespace limn {
namespace {

bool hasModelOf(const MaskExport& masks, std::size_t slice)
{
    return slice < masks.posteriors.size() && masks.posteriors[slice].size == masks.labels.size
        && !masks.posteriors[slice].isEmpty();
}

// What the model alone would have said of a slice; empty: nothing.
std::vector<Label> modelLabels(const MaskExport& masks, std::size_t slice)
{
    if (!hasModelOf(masks, slice))
        return {};
    const Size size = masks.labels.size;
    std::vector<Label> labels(size.area(), background);
    composeInto(labels, std::vector<Label>(size.area(), untouched), masks.posteriors[slice],
                masks.provenance.tau, size, wholeOf(size));
    return labels;
}

// A layer of a slice as runs of one value; without values it is all of one.
class Runs {
public:
    Runs(std::span<const Label> values, std::size_t count, Label otherwise)
        : m_values(values)
        , m_value(otherwise)
        , m_end(values.empty() ? count : 0)
    {
    }

    Label value() const { return m_value; }
    // The end of the run that holds `from`, which never goes back.
    std::size_t endOf(std::size_t from)
    {
        if (from >= m_end)
            measure(from);
        return m_end;
    }

private:
    void measure(std::size_t from)
    {
        constexpr std::size_t step = 32;
        m_value = m_values[from];
        std::array<Label, step> alike;
        alike.fill(m_value);
        m_end = from + 1;
        while (m_end + step <= m_values.size()
               && std::memcmp(&m_values[m_end], alike.data(), step) == 0)
            m_end += step;
        while (m_end < m_values.size() && m_values[m_end] == m_value)
            ++m_end;
    }

    std::span<const Label> m_values;
    Label m_value;
    std::size_t m_end;
};

void count(LabelShare& shown, LabelShare& modelled, bool isSame, bool isHuman, std::size_t pixels)
{
    shown.pixels += pixels;
    shown.together += pixels;
    if (isHuman)
        shown.byPerson += pixels;
    if (isSame)
        return;
    shown.changed += pixels;
    modelled.changed += pixels;
    modelled.together += pixels;
}

bool hasStrokes(const MaskExport& masks)
{
    return std::ranges::any_of(masks.provenance.runs,
                               [](const RunFacts& run) { return !run.evidence.empty(); });
}

} // namespace

double LabelShare::changedShare() const
{
    return together == 0 ? 0 : static_cast<double>(changed) / static_cast<double>(together);
}

bool LabelCounter::advance()
{
    const auto slice = static_cast<int>(m_counted.inSlices.size());
    if (slice == m_masks.labels.sliceCount)
        return false;
    const std::size_t area = m_masks.labels.size.area();
    const auto model = modelLabels(m_masks, static_cast<std::size_t>(slice));
    Runs shown(m_masks.labels.slice(slice), area, background), own(model, area, background);
    Runs human(m_masks.human.values.empty() ? std::span<const Label>() : m_masks.human.slice(slice),
               area, untouched);
    std::bitset<256> labels;
    for (std::size_t from = 0; from < area;) {
        const std::size_t end = std::min({shown.endOf(from), own.endOf(from), human.endOf(from)});
        count(m_counted.shares[shown.value()], m_counted.shares[own.value()],
              shown.value() == own.value(), human.value() != untouched, end - from);
        labels.set(shown.value());
        from = end;
    }
    m_counted.inSlices.push_back(labels);
    return true;
}

LabelCount LabelCounter::finish()
{
    while (advance()) { }
    return std::move(m_counted);
}

LabelCount countLabels(const MaskExport& masks)
{
    return LabelCounter(masks).finish();
}

bool hasModelRun(const MaskExport& masks)
{
    return std::ranges::any_of(masks.provenance.runs,
                               [](const RunFacts& run) { return !run.modelName.empty(); });
}

const char* algorithmTypeOf(const MaskExport& masks, const LabelShare& share)
{
    if (!hasModelRun(masks))
        return "MANUAL";
    if (share.byPerson == 0 && share.changed == 0 && !hasStrokes(masks))
        return "AUTOMATIC";
    return share.pixels > 0 && share.byPerson == share.pixels ? "MANUAL" : "SEMIAUTOMATIC";
}

} // namespace limn
