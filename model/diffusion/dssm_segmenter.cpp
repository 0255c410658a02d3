#include "model/diffusion/dssm_segmenter.h"

#include "model/diffusion/devices.h"
#include "model/diffusion/picture.h"
#include "model/diffusion/step_maps.h"
#include "model/diffusion/translated.h"
#include "model/diffusion/weights.h"
#include "model/files/model_card_reader.h"

#include <c10/core/InferenceMode.h>

#include <chrono>
#include <cmath>
#include <cstring>

namespace limn {
namespace {

constexpr int mostSteps = 100;
enum Stream : std::uint64_t { startStream = 1, moveStream };

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

Result<void> checked(const SegmentRequest& request, const ModelCard& card)
{
    if (!request.slice || request.slice->size.width < 1 || request.slice->size.height < 1)
        return fail(ErrorCode::BadArgument, "", "no picture");
    if (request.steps < 1 || request.steps > mostSteps)
        return fail(ErrorCode::BadArgument, "", "steps are 1 to " + std::to_string(mostSteps));
    const Slice& slice = *request.slice;
    if (slice.channels != card.channels)
        return fail(ErrorCode::ChannelsMismatch, "",
                    std::to_string(slice.channels) + " channels, the model wants "
                        + std::to_string(card.channels));
    if (slice.values.size() != slice.size.area() * static_cast<std::size_t>(slice.channels))
        return fail(ErrorCode::BadArgument, "", "the picture's values do not fill its size");
    return {};
}

bool isFinite(const ChainStep& step)
{
    return at::isfinite(step.maps.logPosterior).all().item<bool>()
        && at::isfinite(step.after).all().item<bool>();
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
    if (auto good = checked(request, m_card); !good)
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

    const std::uint64_t seed = mixed(request.seed, m_sliceHash);
    at::Generator random = generator(mixed(seed, moveStream));
    const at::Tensor noise =
        startNoise(*m_model, {mixed(seed, startStream)}, m_card.trainedSize / 4);
    const int steps = isDirect(m_model->network.config) ? 1 : request.steps;
    const ChainOptions options{.steps = steps, .kernel = request.kernel};
    const StepContext context{steps, m_card.temperature, request.slice->size};
    at::Tensor previousLabels;
    StepPtr last;
    Result<void> outcome;
    runChain(*m_model, m_features, noise, options, random, [&](const ChainStep& chainStep) {
        if (!isFinite(chainStep)) {
            outcome =
                fail(ErrorCode::NotFinite, m_card.name, "step " + std::to_string(chainStep.index));
            return false;
        }
        const auto step = stepOf(*m_model, chainStep, context, previousLabels);
        step->elapsedMs = run.elapsedMs();
        last = step;
        if (step->index > run.reported) {
            run.reported = step->index;
            run.onStep(last);
        }
        if (step->index < steps && run.stop.stop_requested()) {
            outcome = fail(ErrorCode::Cancelled, "");
            return false;
        }
        return true;
    });
    if (!outcome)
        return std::unexpected(outcome.error());
    return last;
}

Result<void> DssmSegmenter::prepare(const SlicePtr& slice)
{
    if (m_slice == slice)
        return {};
    m_slice.reset();
    m_features = {};
    const at::Tensor onGrid = stretched(pictureOf(*slice), m_card.trainedSize);
    const at::Tensor input =
        normalised(onGrid, m_model->colourMean.cpu(), m_model->colourDeviation.cpu());
    m_features =
        m_model->network.featuresOf(channelsLast(input.unsqueeze(0).to(m_model->device())));
    ++m_imageBranchRuns;
    m_sliceHash = hashOf(*slice);
    m_slice = slice;
    return {};
}

void DssmSegmenter::moveToCpu()
{
    m_slice.reset();
    m_features = {};
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
            || config.classes != static_cast<int>(card->classes.size()) + 1)
            return fail(ErrorCode::ModelDamaged, weights.filename().string(),
                        "card and configuration differ in channels or classes");
        return std::make_unique<DssmSegmenter>(std::move(*card), std::move(*model));
    });
}

} // namespace limn
