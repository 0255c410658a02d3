#include "io/masks/deciders.h"

#include "model/data/compose.h"

#include <algorithm>
#include <cstring>

namespace limn {
namespace {

// What the model alone would have said of a slice.
std::vector<Label> modelLabels(const MaskExport& masks, std::size_t slice)
{
    const Size size = masks.labels.size;
    std::vector<Label> labels(size.area(), background);
    if (slice < masks.posteriors.size() && masks.posteriors[slice].size == size)
        composeInto(labels, std::vector<Label>(size.area(), untouched), masks.posteriors[slice],
                    masks.provenance.tau, size, wholeOf(size));
    return labels;
}

bool areAll(const Label* eight, Label label)
{
    std::uint64_t values = 0;
    std::memcpy(&values, eight, sizeof values);
    return values == label * 0x0101010101010101U;
}

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

std::array<LabelShare, 256> labelShares(const MaskExport& masks)
{
    std::array<LabelShare, 256> shares{};
    for (int slice = 0; slice < masks.labels.sliceCount; ++slice) {
        const auto labels = masks.labels.slice(slice);
        const auto model = modelLabels(masks, static_cast<std::size_t>(slice));
        const auto human =
            masks.human.values.empty() ? std::span<const Label>() : masks.human.slice(slice);
        // Eight alike, as most are, are counted together.
        constexpr std::size_t eight = 8;
        for (std::size_t i = 0; i < labels.size();) {
            const Label shown = labels[i], own = model[i];
            const bool isHuman = !human.empty() && human[i] != untouched;
            const bool isRun = i + eight <= labels.size() && areAll(&labels[i], shown)
                && areAll(&model[i], own) && !isHuman
                && (human.empty() || areAll(&human[i], untouched));
            const std::size_t pixels = isRun ? eight : 1;
            count(shares[shown], shares[own], shown == own, isHuman, pixels);
            i += pixels;
        }
    }
    return shares;
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
