#include "app/mask_export.h"

#include "model/data/compose.h"

#include <algorithm>

namespace limn {
namespace {

const RunFacts* firstRun(const std::vector<RunFacts>& runs)
{
    const auto run =
        std::ranges::find_if(runs, [](const RunFacts& facts) { return !facts.modelName.empty(); });
    return run == runs.end() ? nullptr : &*run;
}

LabelMap composed(const StudyState& state)
{
    LabelMap labels = emptyLabelMap(state.human.size, state.human.sliceCount);
    for (int slice = 0; slice < labels.sliceCount; ++slice) {
        const auto index = static_cast<std::size_t>(slice);
        const ProbabilityMap map =
            index < state.baseMaps.size() ? state.baseMaps[index] : ProbabilityMap{};
        composeInto(labels.slice(slice), state.human.slice(slice), map, state.threshold,
                    labels.size, wholeOf(labels.size));
    }
    return labels;
}

} // namespace

RunFacts factsOf(const ModelCard& model, const SegmentRequest& request, const std::string& device)
{
    return {.modelName = model.name,
            .modelTitle = model.title,
            .modelSha256 = model.sha256,
            .steps = request.steps,
            .seed = request.seed,
            .kernel = std::string(nameOf(request.kernel)),
            .device = device};
}

MaskExport maskExportOf(const std::string& stem, const Volume& volume, StudyState state,
                        std::vector<std::vector<StepPtr>> steps)
{
    MaskExport masks;
    masks.stem = stem;
    masks.labels = composed(state);
    masks.geometry = volume.geometry;
    masks.source = volume.source;
    masks.provenance.programVersion = LIMN_VERSION;
    masks.provenance.baseStep = state.baseStep;
    masks.provenance.tau = state.threshold;
    masks.provenance.secondsSpent = state.secondsSpent;
    if (const RunFacts* const run = firstRun(state.runs)) {
        masks.provenance.modelName = run->modelName;
        masks.provenance.modelSha256 = run->modelSha256;
        masks.provenance.steps = run->steps;
        masks.provenance.seed = run->seed;
        masks.provenance.kernel = run->kernel;
        masks.provenance.device = run->device;
    }
    masks.human = std::move(state.human);
    masks.table = std::move(state.labels);
    if (std::ranges::any_of(state.baseMaps,
                            [](const ProbabilityMap& map) { return !map.isEmpty(); }))
        masks.posteriors = std::move(state.baseMaps);
    if (std::ranges::any_of(steps, [](const auto& some) { return !some.empty(); }))
        masks.steps = std::move(steps);
    return masks;
}

} // namespace limn
