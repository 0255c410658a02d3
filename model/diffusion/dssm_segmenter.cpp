#include "model/diffusion/dssm_segmenter.h"

#include "model/diffusion/devices.h"
#include "model/diffusion/picture.h"
#include "model/diffusion/request_check.h"
#include "model/diffusion/started_chains.h"
#include "model/diffusion/step_maps.h"
#include "model/diffusion/strokes.h"
#include "model/diffusion/translated.h"
#include "model/diffusion/weights.h"
#include "model/diffusion/workers.h"
#include "model/files/model_card_reader.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <chrono>
#include <cstring>

namespace limn {
namespace {

constexpr double settledShare = 0.0002; // of pixels; a run in which fewer change has converged

// FNV-1a over the values' bits: the picture's part in the seed.
std::uint64_t hashOf(const Slice& slice)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const float value : slice.values) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        hash = (hash ^ bits) * 0x100000001B3ULL;
    }
    return hash;
}

at::Tensor logRatio(const std::vector<double>& ratio, at::Device device)
{
    return ratio.empty() ? at::Tensor()
                         : at::tensor(ratio, at::kDouble).log().to(at::kFloat).to(device);
}

// One chain on all threads, several a worker each.
void forEachChain(std::size_t count, at::Device device,
                  const std::function<void(std::size_t)>& work)
{
    if (count > 1 && device.is_cpu()) {
        forEachAtOnce(count, work);
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        work(i);
}

// Of each chain the maps of the whole picture; `windows` lie window by window, chain by chain.
std::vector<ChainMaps> joinedChains(std::span<const ChainMaps> windows, const PictureGrid& grid)
{
    std::vector<ChainMaps> chains;
    for (std::size_t i = 0; i < windows.size(); i += grid.windows.size())
        chains.push_back(joinedMaps(windows.subspan(i, grid.windows.size()), grid));
    return chains;
}

ProbabilityMap finalState(const Model& model, const std::vector<Chain>& chains,
                          const PictureGrid& grid)
{
    std::vector<at::Tensor> states;
    for (std::size_t i = 0; i < chains.size(); i += grid.windows.size()) {
        std::vector<at::Tensor> windows;
        for (std::size_t w = 0; w < grid.windows.size(); ++w)
            windows.push_back(finalStateOf(model, chains[i + w]));
        states.push_back(joinedLogs(windows, grid));
    }
    return meanMap(states);
}

} // namespace

struct DssmSegmenter::Run {
    const SegmentRequest& request;
    std::stop_token stop;
    const StepSink& onStep;
    std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
    int reported = 0; // steps that the caller has already, before a move to the CPU

    double elapsedMs() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
            .count();
    }
};

DssmSegmenter::DssmSegmenter(ModelCard card, std::unique_ptr<Model> model)
    : m_card(std::move(card))
    , m_model(std::move(model))
{
}

Result<StepPtr> DssmSegmenter::run(const SegmentRequest& request, std::stop_token stop,
                                   const StepSink& onStep)
{
    if (auto good = checkedPicture(request, m_card); !good)
        return std::unexpected(good.error());
    const Size mapSize = gridOf(m_card, request.slice->size).maps;
    if (auto good = checkedOptions(request, m_card, mapSize); !good)
        return std::unexpected(good.error());
    Run run{request, std::move(stop), onStep};
    auto last = caught([&] { return runOnce(run); });
    if (last || last.error().code != ErrorCode::OutOfMemory || m_model->device().is_cpu())
        return last;
    const auto moved = caught([&]() -> Result<void> {
        moveToCpu();
        return {};
    });
    if (!moved)
        return std::unexpected(moved.error());
    return caught([&] { return runOnce(run); });
}

Result<StepPtr> DssmSegmenter::runOnce(Run& run)
{
    const c10::InferenceMode inference;
    const SegmentRequest& request = run.request;
    if (run.stop.stop_requested())
        return fail(ErrorCode::Cancelled, "");
    if (auto ready = prepare(request.slice); !ready)
        return std::unexpected(ready.error());
    if (run.stop.stop_requested())
        return fail(ErrorCode::Cancelled, "");

    const bool isOnePass = isDirect(m_model->network.config);
    const int steps = isOnePass ? 1 : request.steps;
    const at::Tensor logPrior = logRatio(request.priorRatio, m_model->device());
    StepContext context{m_grid, {}, request.evidence};
    if (request.evidence)
        context.strokes = strokesOn(*request.evidence, m_grid, m_model->network.config.classes);
    std::vector<Chain> chains = startedChains(*m_model, m_features, m_grid, request, m_sliceHash,
                                              context.strokes, logPrior);
    std::vector<ChainMaps> windows(chains.size());
    at::Tensor previousLabels;
    for (int k = 1;; ++k) {
        ChainStep timed; // of the first chain: all have the same times
        forEachChain(chains.size(), m_model->device(), [&](std::size_t i) {
            const ChainStep moved = chains[i].next();
            windows[i] = mapsOf(*m_model, moved, logPrior, m_card.temperature);
            if (i == 0)
                timed.t = moved.t;
        });
        const auto whole = joinedChains(windows, m_grid);
        for (const ChainMaps& chain : whole)
            if (!chain.isFinite)
                return fail(ErrorCode::NotFinite, m_card.name, "step " + std::to_string(k));
        const auto step = stepOf(whole, context, previousLabels);
        step->index = k;
        step->count = steps;
        step->t = timed.t;
        step->hasConverged =
            request.hasEarlyStop && k >= 2 && k < steps && step->changedShare < settledShare;
        step->isLast = k == steps || step->hasConverged;
        if (step->isLast && !isOnePass)
            step->finalState = finalState(*m_model, chains, m_grid);
        if (step->isLast && step->spread) {
            auto spread = std::make_shared<Spread>(*step->spread);
            spread->labels = labelsOf(whole, context);
            step->spread = std::move(spread);
        }
        step->device = device();
        step->threads = at::get_num_threads();
        step->elapsedMs = run.elapsedMs();
        if (k > run.reported) {
            run.reported = k;
            run.onStep(step);
        }
        if (step->isLast)
            return step;
        if (run.stop.stop_requested())
            return fail(ErrorCode::Cancelled, "");
    }
}

Result<void> DssmSegmenter::prepare(const SlicePtr& slice)
{
    if (m_slice == slice)
        return {};
    m_slice.reset();
    m_features.clear();
    m_grid = gridOf(m_card, slice->size);
    at::Tensor picture = pictureOf(*slice);
    if (!m_card.isNativeScale)
        picture = stretched(picture, m_card.trainedSize);
    picture = normalised(picture, m_model->colourScale());
    const at::Tensor whole = padded(picture.unsqueeze(0), m_grid);
    for (const Rect window : m_grid.windows)
        m_features.push_back(
            m_model->network.featuresOf(channelsLast(within(whole, window).to(m_model->device()))));
    ++m_imageBranchRuns;
    m_sliceHash = hashOf(*slice);
    m_slice = slice;
    return {};
}

void DssmSegmenter::moveToCpu()
{
    m_slice.reset();
    m_features.clear();
    auto onCpu = std::make_unique<Model>(m_model->network.config, 0, at::kCPU);
    const NamedTensors from = m_model->tensors(), to = onCpu->tensors();
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i].second.copy_(from[i].second);
    m_model = std::move(onCpu);
}

Result<std::unique_ptr<DssmSegmenter>> loadSegmenter(const std::filesystem::path& weights,
                                                     const std::string& device)
{
    return caught([&]() -> Result<std::unique_ptr<DssmSegmenter>> {
        const auto place = deviceNamed(device);
        if (!place)
            return std::unexpected(place.error());
        auto card = readModelCard(weights);
        if (!card)
            return std::unexpected(card.error());
        auto model = loadModel(weights, *place);
        if (!model)
            return std::unexpected(model.error());
        const NetworkConfig& config = (*model)->network.config;
        if (config.channels != card->channels
            || config.classes != static_cast<int>(card->classes.size()) + 1
            || config.scaling != scalingOf(card->input))
            return fail(ErrorCode::ModelDamaged, weights.filename().string(),
                        "card and configuration differ in channels or classes");
        return std::make_unique<DssmSegmenter>(std::move(*card), std::move(*model));
    });
}

} // namespace limn
