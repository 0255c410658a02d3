#include "app/batch.h"

#include "app/mask_export.h"

#include <algorithm>

namespace limn {
namespace {

struct Stack {
    StudyState state;
    std::vector<std::vector<StepPtr>> steps;
};

Result<void> segmentSlice(Stack& stack, const SlicePtr& slice, Segmenter& segmenter,
                          const BatchOptions& options, const std::stop_token& stop)
{
    const auto fitting = adapted(slice, segmenter.card().channels);
    if (!fitting)
        return std::unexpected(fitting.error());
    SegmentRequest request;
    request.slice = *fitting;
    request.steps = options.steps;
    request.seed = options.seed;
    request.kernel = options.kernel;
    const bool isKeepingSteps =
        std::ranges::find(options.formats, MaskFormat::Steps) != options.formats.end();
    std::vector<StepPtr> steps;
    const auto last = segmenter.run(request, stop, [&](StepPtr step) {
        if (isKeepingSteps)
            steps.push_back(std::move(step));
    });
    if (!last)
        return std::unexpected(last.error());
    stack.state.baseMaps.push_back((*last)->posterior);
    stack.state.runs.push_back(factsOf(segmenter.card(), request, (*last)->device));
    stack.state.baseStep = (*last)->index;
    stack.steps.push_back(std::move(steps));
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

Result<BatchOutcome> segmentImage(const std::filesystem::path& image, const std::string& stem,
                                  ImportClient& client, Segmenter& segmenter,
                                  const BatchOptions& options, std::stop_token stop)
{
    const auto volume = client.open(image, stop);
    if (!volume)
        return std::unexpected(volume.error());
    if (!options.isReplacing && isDone(stem, **volume, segmenter.card(), options))
        return BatchOutcome::Skipped;
    Stack stack;
    stack.state.labels = tableOf(segmenter.card().classes);
    stack.state.human = untouchedLayer((*volume)->size, (*volume)->sliceCount());
    for (int slice = 0; slice < (*volume)->sliceCount(); ++slice) {
        Result<SlicePtr> read = (*volume)->slices[static_cast<std::size_t>(slice)];
        if (!*read)
            read = client.readSlice(image, slice, stop);
        if (!read)
            return std::unexpected(read.error());
        if (const auto done = segmentSlice(stack, *read, segmenter, options, stop); !done) {
            Error error = done.error();
            if (error.subject.empty())
                error.subject = image.filename().string();
            return std::unexpected(error);
        }
    }
    const MaskExport masks =
        maskExportOf(stem, **volume, std::move(stack.state), std::move(stack.steps));
    const auto written =
        writeMasks(masks, options.folder, options.formats, IfExists::Replace, stop);
    if (!written)
        return std::unexpected(written.error());
    return BatchOutcome::Written;
}

} // namespace limn
