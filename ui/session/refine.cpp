#include "ui/session/refine.h"

#include <algorithm>

namespace limn {
namespace {

BinaryMask maskOf(const std::vector<Label>& labels, Label label, Size size)
{
    BinaryMask mask{size, std::vector<std::uint8_t>(labels.size())};
    std::ranges::transform(labels, mask.values.begin(), [label](Label one) -> std::uint8_t {
        return one == label ? 1 : 0;
    });
    return mask;
}

BinaryMask maskAfter(const RefineRequest& request, const RefineSlice& slice)
{
    const Size size = request.size;
    RefineInput input{maskOf(slice.composed, request.label, size),
                      request.other == 0 ? maskOf(slice.byModel, request.label, size)
                                         : maskOf(slice.composed, request.other, size),
                      maskOf(slice.byModel, request.label, size), request.amount,
                      request.columnSpacing, request.rowSpacing};
    return request.refinement->apply(input);
}

// The human layer after it.
std::vector<Label> humanAfter(const RefineRequest& request, const RefineSlice& slice)
{
    const BinaryMask result = maskAfter(request, slice);
    std::vector<Label> human = slice.human;
    for (std::size_t i = 0; i < human.size(); ++i) {
        const bool isInside = result.values[i] != 0;
        if (isInside == (slice.composed[i] == request.label))
            continue;
        if (isInside && slice.composed[i] != 0 && !request.refinement->takesOver)
            continue;
        const Label wanted = isInside ? request.label : Label{0};
        const bool isGivenBack = request.refinement->needsModel && slice.byModel[i] == wanted;
        human[i] = isGivenBack ? untouched : wanted;
    }
    return human;
}

} // namespace

std::vector<LabelEdit> refined(const RefineRequest& request, std::stop_token stop,
                               const std::function<void(int, int)>& progress)
{
    std::vector<LabelEdit> edits;
    int done = 0;
    for (const RefineSlice& slice : request.slices) {
        if (stop.stop_requested())
            break;
        const bool isThere = std::ranges::find(slice.composed, request.label)
            != slice.composed.end();
        if (isThere || request.refinement->takesOver)
            if (auto edit = LabelEdit::between(slice.human, humanAfter(request, slice),
                                               request.size, slice.index))
                edits.push_back(std::move(*edit));
        if (progress)
            progress(++done, static_cast<int>(request.slices.size()));
    }
    return edits;
}

RefineResult resultOf(const RefineRequest& request, std::vector<LabelEdit> edits)
{
    RefineResult result;
    result.changed.resize(request.size.area());
    for (const LabelEdit& edit : edits) {
        const auto slice =
            std::ranges::find(request.slices, edit.slice(), &RefineSlice::index);
        const bool isFirst = slice == request.slices.begin();
        std::size_t at = 0;
        for (int y = edit.box().y; y < edit.box().y + edit.box().height; ++y)
            for (int x = edit.box().x; x < edit.box().x + edit.box().width; ++x, ++at) {
                const auto i = static_cast<std::size_t>(y)
                        * static_cast<std::size_t>(request.size.width)
                    + static_cast<std::size_t>(x);
                const Label byte = edit.bytes()[at];
                const Label after = byte == untouched ? slice->byModel[i] : byte;
                const Label before = slice->composed[i];
                result.added += after == request.label && before != request.label;
                result.removed += after != request.label && before == request.label;
                if (isFirst)
                    result.changed[i] = after != before;
            }
    }
    result.edits = std::move(edits);
    return result;
}

} // namespace limn
