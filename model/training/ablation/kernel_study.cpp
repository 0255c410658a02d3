#include "model/training/ablation/kernel_study.h"

#include "model/diffusion/chain.h"
#include "model/training/loss.h"
#include "model/training/stop_request.h"

#include <algorithm>

namespace limn {
namespace {

constexpr std::size_t batchSize = 8;

struct StudiedBatch {
    std::size_t start = 0, end = 0;
    ImageFeatures features;
    at::Tensor truth, clean, noise; // labels, their code
};

// The state in which one chain leaves a batch.
struct ChainEnd {
    at::Tensor labels, previousLabels, map;
};

StudiedBatch batchOf(const Model& model, const JudgedSet& set, std::size_t start, std::size_t end)
{
    StudiedBatch batch{start, end, {}, {}, {}, {}};
    batch.features = model.network.featuresOf(
        picturesOf(set.judged(), start, end - start, model.colourScale(), model.device()));
    batch.truth = stackedLabels(set.judged(), start, end, model.device());
    batch.clean = model.network.encoder(oneHotOf(batch.truth, model.network.config.classes));
    batch.noise = startNoise(model, noiseSeeds(start, end), set.side / 4);
    return batch;
}

ChainEnd endOf(const Model& model, const StudiedBatch& batch, const ChainOptions& options)
{
    ChainEnd end;
    at::Generator moves = generator(mixed(noiseSeeds(batch.start, batch.end).front(), 1));
    runChain(model, batch.features, batch.noise, options, moves, [&](const ChainStep& step) {
        end.previousLabels = end.labels;
        end.map = step.maps.logPosterior.exp();
        end.labels = end.map.argmax(1);
        return true;
    });
    return end;
}

void addRows(CsvTable& table, const Model& model, const JudgedSet& set, const RunName& run,
             const StudiedBatch& batch, const ChainOptions& options)
{
    const ChainEnd end = endOf(model, batch, options);
    const at::Tensor offsets =
        (model.network.encoder(end.map) - batch.clean).square().mean({1, 2, 3}).cpu();
    for (std::size_t i = batch.start; i < batch.end; ++i) {
        const auto place = static_cast<std::int64_t>(i - batch.start);
        const double changed = end.previousLabels.defined()
            ? (end.labels[place] != end.previousLabels[place]).to(at::kFloat).mean().item<double>()
            : 0;
        addRow(
            table, run, set.judged()[i],
            {std::string(nameOf(options.kernel)), std::string(options.isProjected ? "yes" : "no"),
             std::to_string(options.steps),
             csvNumber(diceOf(end.labels[place], batch.truth[place], model.network.config.classes)),
             csvNumber(changed), csvNumber(offsets[place].item<double>())});
    }
}

} // namespace

Result<CsvTable> studyKernels(const Model& model, const JudgedSet& set, const Plan& plan,
                              const RunName& run)
{
    const at::NoGradGuard noGradient;
    CsvTable table = imageTable(kernelColumns);
    const std::size_t count =
        std::min(set.judged().size(), static_cast<std::size_t>(plan.kernels.images));
    for (std::size_t start = 0; start < count; start += batchSize) {
        const StudiedBatch batch = batchOf(model, set, start, std::min(count, start + batchSize));
        for (const Kernel kernel : kernels)
            for (const bool isProjected : {true, false})
                for (const int steps : plan.kernels.steps) {
                    if (isStopAsked())
                        return fail(ErrorCode::Cancelled, "");
                    addRows(table, model, set, run, batch,
                            {.steps = steps, .kernel = kernel, .isProjected = isProjected});
                }
    }
    return table;
}

} // namespace limn
