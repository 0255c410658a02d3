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

LabelCount countLabels(const MaskExport& masks)
{
    LabelCount counted;
    const std::size_t area = masks.labels.size.area();
    for (int slice = 0; slice < masks.labels.sliceCount; ++slice) {
        const auto model = modelLabels(masks, static_cast<std::size_t>(slice));
        Runs shown(masks.labels.slice(slice), area, background), own(model, area, background);
        Runs human(masks.human.values.empty() ? std::span<const Label>() : masks.human.slice(slice),
                   area, untouched);
        std::bitset<256> labels;
        for (std::size_t from = 0; from < area;) {
            const std::size_t end = std::min({shown.endOf(from), own.endOf(from), human.endOf(from)});
            count(counted.shares[shown.value()], counted.shares[own.value()],
                  shown.value() == own.value(), human.value() != untouched, end - from);
            labels.set(shown.value());
            from = end;
        }
        counted.inSlices.push_back(labels);
    }
    return counted;
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
