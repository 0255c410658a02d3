#include "ui/view/shown_values.h"

#include "ui/view/display_table.h"

#include <algorithm>

namespace limn {
namespace {

ValuePlanes planeOf(const ProbabilityMap& map, int classIndex)
{
    if (map.isEmpty() || classIndex >= map.classes)
        return {};
    return {map.of(classIndex), {}, map.size};
}

ValuePlanes planeOf(const ScalarMap& map)
{
    return {map.values, {}, map.size};
}

ValuePlanes differenceOf(const ProbabilityMap& to, const ProbabilityMap& from, int classIndex)
{
    if (to.isEmpty() || from.isEmpty() || to.size != from.size || to.classes != from.classes
        || classIndex >= to.classes)
        return {};
    return {to.of(classIndex), from.of(classIndex), to.size};
}

double highestSurprise(const Session& session)
{
    double highest = 1;
    for (const StepPtr& step : session.steps())
        for (const float value : step->surprise.values)
            highest = std::max(highest, static_cast<double>(value));
    return highest;
}

} // namespace

int shownClass(const Session& session, const OverlaySettings& settings)
{
    return settings.classIndex > 0 ? settings.classIndex : session.currentLabel();
}

std::pair<StepPtr, StepPtr> comparedSteps(const Session& session, const OverlaySettings& settings)
{
    const auto& steps = session.steps();
    const auto find = [&](int index) -> StepPtr {
        if (index == 0)
            return session.baseStep();
        const auto found =
            std::ranges::find(steps, index, [](const StepPtr& s) { return s->index; });
        return found == steps.end() ? nullptr : *found;
    };
    return {find(settings.stepA), find(settings.stepB)};
}

ValuePlanes shownPlanes(const Session& session, const OverlaySettings& settings)
{
    const StepPtr step = session.baseStep();
    const int classIndex = shownClass(session, settings);
    switch (settings.mode) {
    case OverlayMode::OneLabel: return planeOf(session.baseMap(), classIndex);
    case OverlayMode::Entropy: return step ? planeOf(step->entropy) : ValuePlanes{};
    case OverlayMode::Surprise: return step ? planeOf(step->surprise) : ValuePlanes{};
    case OverlayMode::StepDifference: {
        const auto [from, to] = comparedSteps(session, settings);
        return from && to ? differenceOf(to->posterior, from->posterior, classIndex)
                          : ValuePlanes{};
    }
    case OverlayMode::RunDifference:
        return differenceOf(session.baseMap(), session.mapBefore(), classIndex);
    case OverlayMode::Votes:
        return step && step->spread ? planeOf(step->spread->votes, classIndex) : ValuePlanes{};
    case OverlayMode::Disagreement:
        return step && step->spread ? planeOf(step->spread->mutualInformation) : ValuePlanes{};
    case OverlayMode::ChainDoubt:
        return step && step->spread ? planeOf(step->spread->expectedEntropy) : ValuePlanes{};
    default: return {};
    }
}

ValueRange shownRange(const Session& session, const OverlaySettings& settings)
{
    switch (displayOf(settings.mode).scale) {
    case DisplayScale::Nats: return {0, highestSurprise(session)};
    case DisplayScale::Steps: return {1, static_cast<double>(session.steps().size())};
    case DisplayScale::Difference: return {-1, 1};
    default: return {};
    }
}

} // namespace limn
