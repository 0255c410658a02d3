#include "app/mask_export.h"

#include "model/data/compose.h"
#include "model/evidence_text.h"

#include <algorithm>

namespace limn {
LabelMap composedOf(const StudyState& state)
{
    static const ProbabilityMap none;
    LabelMap labels = emptyLabelMap(state.human.size, state.human.sliceCount);
    for (int slice = 0; slice < labels.sliceCount; ++slice) {
        const auto index = static_cast<std::size_t>(slice);
        const ProbabilityMap& map = index < state.baseMaps.size() ? state.baseMaps[index] : none;
        composeInto(labels.slice(slice), state.human.slice(slice), map, state.threshold,
                    labels.size, wholeOf(labels.size));
    }
    return labels;
}

RunFacts factsOf(const ModelCard& model, const SegmentRequest& request, const std::string& device,
                 const RunFacts* restarted)
{
    RunFacts facts{.modelName = model.name,
                   .modelTitle = model.title,
                   .modelSha256 = model.sha256,
                   .steps = request.steps,
                   .seed = request.seed,
                   .kernel = std::string(nameOf(request.kernel)),
                   .device = device,
                   .chains = request.chains,
                   .labelSampling = request.labelSampling,
                   .hasEarlyStop = request.hasEarlyStop,
                   .priorRatio = request.priorRatio,
                   .programVersion = LIMN_VERSION};
    if (request.evidence)
        facts.evidence = textOf(*request.evidence);
    if (!request.restart)
        return facts;
    facts.restart = RestartFacts{{}, request.restart->from->index, request.restart->t};
    if (restarted)
        facts.restart->of = restarted->restart ? restarted->restart->of : settingsOf(*restarted);
    return facts;
}

RunSettings settingsOf(const RunFacts& run)
{
    return {run.steps,         run.seed,         run.kernel,    run.chains,
            run.labelSampling, run.hasEarlyStop, run.priorRatio};
}

MaskExport maskExportOf(const std::string& stem, const Volume& volume, StudyState state,
                        std::vector<std::vector<StepPtr>> steps)
{
    MaskExport masks;
    masks.stem = stem;
    masks.labels = composedOf(state);
    masks.geometry = volume.geometry;
    masks.source = volume.source;
    masks.channels = volume.channels;
    masks.provenance.programVersion = LIMN_VERSION;
    masks.provenance.baseStep = state.baseStep;
    masks.provenance.tau = state.threshold;
    masks.provenance.secondsSpent = state.secondsSpent;
    masks.provenance.runs = std::move(state.runs);
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
