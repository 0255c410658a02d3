#include "app/batch.h"

#include "app/image_folder.h"
#include "app/mask_export.h"
#include "app/model_input.h"
#include "model/data/agreed_map.h"
#include "model/evidence_text.h"

#include <algorithm>

namespace limn {
namespace {

struct SlicesDone {
    StudyState state;
    std::vector<std::vector<StepPtr>> steps;
};

// What is run on a slice: once, and if there are strokes again from a step of that on.
struct SlicePlan {
    RunSettings first;
    EvidencePtr evidence; // of the second run if there is one, else of the first
    std::optional<RunSettings> second;
    int fromStep = 0; // 0: the last
    double t = Restart{}.t;
    int baseStep = 0; // 0: the last
    double agreement = 0; // as RunFacts
};

SegmentRequest requestOf(const SlicePtr& slice, const RunSettings& settings)
{
    return {.slice = slice,
            .steps = settings.steps,
            .seed = settings.seed,
            .kernel = kernelNamed(settings.kernel).value_or(Kernel::PosteriorMean),
            .chains = settings.chains,
            .labelSampling = settings.labelSampling,
            .hasEarlyStop = settings.hasEarlyStop,
            .priorRatio = settings.priorRatio};
}

Result<SlicePlan> planOf(const BatchOptions& options, const std::string& image, Size size,
                         int slice)
{
    SlicePlan plan{.first = options.settings, .evidence = {}, .second = {}};
    if (options.record) {
        const RunFacts& run = options.record->runs[static_cast<std::size_t>(slice)];
        plan.first = run.restart ? run.restart->of : settingsOf(run);
        plan.baseStep = options.record->baseStep;
        plan.agreement = run.agreement;
        if (run.restart) {
            plan.second = settingsOf(run);
            plan.fromStep = run.restart->fromStep;
            plan.t = run.restart->t;
        }
        if (run.evidence.empty())
            return plan;
        auto evidence = evidenceFrom(run.evidence);
        if (!evidence)
            return std::unexpected(evidence.error());
        plan.evidence = std::make_shared<Evidence>(std::move(*evidence));
        return plan;
    }
    const auto clicks = options.clicks.find(image);
    if (clicks == options.clicks.end())
        return plan;
    auto evidence = evidenceOf(clicks->second, size, slice);
    if (!evidence)
        return std::unexpected(evidence.error());
    plan.evidence = std::move(*evidence);
    if (!plan.evidence)
        return plan;
    plan.second = plan.first;
    plan.second->steps = restartSteps;
    if (plan.first.chains == 1)
        plan.second->kernel = nameOf(Kernel::PosteriorMean);
    return plan;
}

// The step of this number; the last for 0; null where there is none.
StepPtr stepAt(const std::vector<StepPtr>& steps, int index)
{
    if (index == 0)
        return steps.empty() ? nullptr : steps.back();
    return index > 0 && index <= static_cast<int>(steps.size())
        ? steps[static_cast<std::size_t>(index) - 1]
        : nullptr;
}

// All steps of a run in their places, but null where nobody asks for one: `wanted` (0: none) and
// the last are always there, the others with `keepsAll`, so that memory does not grow with K.
Result<std::vector<StepPtr>> stepsOf(Segmenter& segmenter, const SegmentRequest& request,
                                     bool keepsAll, int wanted, const std::stop_token& stop)
{
    std::vector<StepPtr> steps;
    const auto last = segmenter.run(request, stop, [&](StepPtr step) {
        if (!keepsAll && !steps.empty() && static_cast<int>(steps.size()) != wanted)
            steps.back().reset();
        steps.push_back(std::move(step));
    });
    if (!last)
        return std::unexpected(last.error());
    return steps;
}

bool isAsked(const BatchOptions& options, MaskFormat format)
{
    return std::ranges::find(options.formats, format) != options.formats.end();
}

// `input`: as inputOf() makes it.
Result<void> segmentSlice(SlicesDone& stack, const SlicePtr& input, const SlicePlan& plan,
                          Segmenter& segmenter, const BatchOptions& options,
                          const std::stop_token& stop)
{
    SegmentRequest request = requestOf(input, plan.first);
    if (!plan.second)
        request.evidence = plan.evidence;
    const bool keepsAll = isAsked(options, MaskFormat::Steps);
    auto steps = stepsOf(segmenter, request, keepsAll,
                         plan.second ? plan.fromStep : plan.baseStep, stop);
    if (!steps)
        return std::unexpected(steps.error());
    RunFacts facts = factsOf(segmenter.card(), request, steps->back()->device);
    if (plan.second) {
        const StepPtr from = stepAt(*steps, plan.fromStep);
        if (!from)
            return fail(ErrorCode::BadData, "", "the run has no such step to start again from");
        request = requestOf(input, *plan.second);
        request.evidence = plan.evidence;
        request.restart = Restart{from, plan.t};
        steps = stepsOf(segmenter, request, keepsAll, plan.baseStep, stop);
        if (!steps)
            return std::unexpected(steps.error());
        facts = factsOf(segmenter.card(), request, steps->back()->device, &facts);
    }
    const StepPtr base = stepAt(*steps, plan.baseStep);
    if (!base)
        return fail(ErrorCode::BadData, "", "the run has no such base step");
    facts.threads = base->threads;
    facts.agreement = plan.agreement;
    if (facts.agreement > 0 && !base->spread)
        return fail(ErrorCode::BadData, "", "the mask is one of several chains, the run has one");
    stack.state.baseMaps.push_back(facts.agreement > 0
                                       ? agreedMap(base->posterior, base->spread->votes,
                                                   facts.agreement, stack.state.threshold)
                                       : base->posterior);
    stack.state.runs.push_back(std::move(facts));
    stack.state.baseStep = base->index;
    if (!keepsAll)
        steps = isAsked(options, MaskFormat::Spread) ? std::vector{base} : std::vector<StepPtr>{};
    stack.steps.push_back(std::move(*steps));
    return {};
}

Result<void> checkRecord(const RunRecord& record, const Volume& volume, const ModelCard& card)
{
    const std::string name = volume.source.files.empty()
        ? std::string()
        : volume.source.files.front().filename().string();
    if (record.sourceSha256 != volume.source.contentHash)
        return fail(ErrorCode::ImageChanged, name,
                    "the record is of a picture with the SHA-256 " + record.sourceSha256);
    if (record.runs.size() != static_cast<std::size_t>(volume.sliceCount()))
        return fail(ErrorCode::BadData, name, "the record has another number of slices");
    for (const RunFacts& run : record.runs) {
        if (run.modelSha256 != card.sha256)
            return fail(ErrorCode::BadData, card.name,
                        run.modelName.empty()
                            ? "a slice of the record has no run"
                            : "the record is of a model with the SHA-256 " + run.modelSha256);
        if (!kernelNamed(run.kernel))
            return fail(ErrorCode::BadData, name, "there is no kernel " + run.kernel);
        if (run.restart && run.restart->fromStep > run.restart->of.steps)
            return fail(ErrorCode::BadData, name, "the record does not say what run it began from");
    }
    return {};
}

// Before the model has run: are all files there that this image would give?
bool isDone(const std::string& stem, const Volume& volume, const ModelCard& card,
            const BatchOptions& options)
{
    StudyState state;
    state.human = untouchedLayer(volume.size, volume.sliceCount());
    state.labels = tableOf(card.classes);
    MaskExport masks = maskExportOf(stem, volume, std::move(state), {});
    const auto planned = plannedFiles(masks, options.folder, options.formats);
    return !planned.empty() && std::ranges::all_of(planned, [](const auto& file) {
        return std::filesystem::exists(file);
    });
}

} // namespace

std::vector<std::string> differences(const RunRecord& record, const RunFacts& now)
{
    const RunFacts& then = record.runs.front();
    std::vector<std::string> words;
    if (record.personPixels > 0)
        words.push_back("a person changed " + std::to_string(record.personPixels)
                        + " pixels: this is the model's part, with the strokes that it was given");
    if (then.device != now.device)
        words.push_back("it ran on " + then.device + ", now on " + now.device);
    if (then.threads == 0)
        words.push_back("the record does not say how many threads there were");
    else if (then.threads != now.threads)
        words.push_back("it ran with " + std::to_string(then.threads) + " threads, now with "
                        + std::to_string(now.threads));
    if (then.programVersion != now.programVersion)
        words.push_back("it was made by Limn "
                        + (then.programVersion.empty() ? "of another version" : then.programVersion)
                        + ", now by " + now.programVersion);
    return words;
}

Result<BatchOutcome> segmentImage(const ImageFiles& image, const std::string& stem,
                                  ImportClient& client, Segmenter& segmenter,
                                  const BatchOptions& options, std::stop_token stop, RunFacts* ran)
{
    const auto volume = client.open(image, stop);
    if (!volume)
        return std::unexpected(volume.error());
    if (options.record)
        if (const auto good = checkRecord(*options.record, **volume, segmenter.card()); !good)
            return std::unexpected(good.error());
    if (const auto fitting = checkFormats((*volume)->source, (*volume)->geometry, options.formats); !fitting)
        return std::unexpected(fitting.error());
    if (!options.isReplacing && isDone(stem, **volume, segmenter.card(), options))
        return BatchOutcome::Skipped;
    SlicesDone stack;
    stack.state.labels =
        options.record ? options.record->labels : tableOf(segmenter.card().classes);
    if (options.record)
        stack.state.threshold = options.record->tau;
    stack.state.human = untouchedLayer((*volume)->size, (*volume)->sliceCount());
    const auto named = [&image](Error error) {
        if (error.subject.empty())
            error.subject = image.path.filename().string();
        return std::unexpected(std::move(error));
    };
    for (int slice = 0; slice < (*volume)->sliceCount(); ++slice) {
        const auto input = modelInput(**volume, slice, client, segmenter.card(), stop);
        if (!input)
            return std::unexpected(input.error());
        if (slice > 0) // no later slice needs it
            (*volume)->slices[static_cast<std::size_t>(slice) - 1].reset();
        const auto plan = planOf(options, stemOf(image.path), (*volume)->size, slice);
        if (!plan)
            return named(plan.error());
        if (const auto done = segmentSlice(stack, *input, *plan, segmenter, options, stop); !done)
            return named(done.error());
    }
    if (ran)
        *ran = stack.state.runs.back();
    MaskExport masks =
        maskExportOf(stem, **volume, std::move(stack.state), std::move(stack.steps));
    masks.datasets = options.datasets;
    const auto written =
        writeMasks(masks, options.folder, options.formats, IfExists::Replace, stop, &client);
    if (!written)
        return std::unexpected(written.error());
    return BatchOutcome::Written;
}

} // namespace limn
