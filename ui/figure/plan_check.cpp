#include "ui/figure/figure_plan.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

Result<void> refuse(const char* option, std::string reason)
{
    return fail(ErrorCode::BadArgument, option, std::move(reason));
}

Result<void> checkedMaps(const std::vector<FigureMap>& maps, const FigureStyle& style,
                         const FigureInput& input)
{
    for (const FigureMap map : maps)
        for (const StepPtr& step : input.steps)
            if (!hasMap(*step, map))
                return refuse("--rows",
                              "this model's steps have no map called " + std::string(nameOf(map)));
    if (!(style.opacity >= 0 && style.opacity <= 1))
        return refuse("--opacity", "it is a number from 0 to 1");
    const int classes = input.steps.empty() ? 2 : input.steps.front()->posterior.classes;
    if (style.classIndex < 0 || style.classIndex >= classes)
        return refuse("--class", "the model has the classes 0 to " + std::to_string(classes - 1));
    return {};
}

template <typename Number> bool isOutside(Number value, Number low, Number high)
{
    return !(value >= low && value <= high); // not a number, too
}

} // namespace

std::string_view nameOf(FigureMap map)
{
    switch (map) {
    case FigureMap::Film: return "film";
    case FigureMap::State: return "state";
    case FigureMap::Posterior: return "posterior";
    case FigureMap::Semantic: return "semantic";
    case FigureMap::Generative: return "generative";
    case FigureMap::Entropy: return "entropy";
    }
    return "";
}

std::optional<FigureMap> figureMapNamed(std::string_view name)
{
    for (const FigureMap map : allFigureMaps())
        if (nameOf(map) == name)
            return map;
    return std::nullopt;
}

std::vector<FigureMap> allFigureMaps()
{
    return {FigureMap::Film,     FigureMap::State,      FigureMap::Posterior,
            FigureMap::Semantic, FigureMap::Generative, FigureMap::Entropy};
}

bool hasMap(const Step& step, FigureMap map)
{
    switch (map) {
    case FigureMap::Film:
    case FigureMap::State:
        return !step.state.isEmpty() && step.state.classes == step.posterior.classes;
    case FigureMap::Posterior: return !step.posterior.isEmpty();
    case FigureMap::Semantic: return !step.semantic.isEmpty();
    case FigureMap::Generative: return !step.generative.isEmpty();
    case FigureMap::Entropy: return !step.entropy.values.empty();
    }
    return false;
}

std::vector<FigureColumn> usualColumns(int steps)
{
    constexpr int shown = 4;
    std::vector<FigureColumn> columns{{FigureColumn::Kind::Picture, 0}};
    const int count = std::min(steps, shown);
    for (int i = 0; i < count; ++i) {
        const double place = count > 1 ? static_cast<double>(i) / (count - 1) : 1;
        columns.push_back(
            {FigureColumn::Kind::Step, static_cast<int>(std::lround(1 + place * (steps - 1)))});
    }
    columns.push_back({FigureColumn::Kind::Mask, 0});
    return columns;
}

std::vector<FigureMap> usualRows(const std::vector<StepPtr>& steps)
{
    std::vector<FigureMap> rows;
    for (const FigureMap map : {FigureMap::State, FigureMap::Posterior})
        if (std::ranges::all_of(steps, [map](const StepPtr& step) { return hasMap(*step, map); }))
            rows.push_back(map);
    return rows;
}

Result<void> checked(const FigurePlan& plan, const FigureInput& input)
{
    constexpr double largestSidePx = 30000;
    if (plan.columns.empty())
        return refuse("--columns", "name at least one of image, a step's number, mask");
    const int steps = static_cast<int>(input.steps.size());
    bool hasSteps = false;
    for (const FigureColumn& column : plan.columns) {
        if (column.kind != FigureColumn::Kind::Step)
            continue;
        hasSteps = true;
        if (column.step < 1 || column.step > steps)
            return refuse("--columns",
                          "there is no step " + std::to_string(column.step) + "; the run has "
                              + std::to_string(steps));
    }
    if (hasSteps && plan.rows.empty())
        return refuse("--rows", "name at least one map of the steps");
    if (isOutside(plan.widthMm, 20.0, 1000.0))
        return refuse("--width", "a figure is 20 to 1000 mm wide");
    if (isOutside(plan.dpi, 10, 2400))
        return refuse("--dpi", "it is a number from 10 to 2400");
    if (plan.widthMm / 25.4 * plan.dpi > largestSidePx)
        return refuse("--dpi", "the figure would have more than 30000 pixels a row");
    if (isOutside(plan.fontPt, 3.0, 48.0))
        return refuse("--font", "it is a size from 3 to 48 points");
    return checkedMaps(plan.rows, plan.style, input);
}

Result<void> checked(const FilmPlan& plan, const FigureInput& input)
{
    if (input.steps.empty())
        return refuse("--steps", "an animation needs a run's steps");
    if (plan.panels.empty())
        return refuse("--rows", "name at least one map of the steps");
    if (isOutside(plan.heightPx, 64, 4096))
        return refuse("--height", "a panel is 64 to 4096 pixels high");
    if (isOutside(plan.stepMs, 20, 60000) || isOutside(plan.lastMs, 20, 60000))
        return refuse("--step-time", "a step is shown for 20 to 60000 ms");
    return checkedMaps(plan.panels, plan.style, input);
}

} // namespace limn
