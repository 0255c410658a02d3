#include "tests/support/fake_segmenter.h"

#include "tests/support/fake_evidence.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace limn {
namespace {

constexpr Size modelGrid{32, 32};

// 0..1, the same for the same arguments (splitmix64's finaliser).
float noise(std::uint64_t seed, std::size_t place)
{
    std::uint64_t z = seed + 0x9e3779b97f4a7c15ULL * (place + 1);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<float>((z ^ (z >> 31)) >> 40) / static_cast<float>(1 << 24);
}

// Softmax of the signed distances to the discs, in pixels of a 32-wide picture.
ProbabilityMap discs(Size size, int foregroundClasses, double radius, double sharpness)
{
    ProbabilityMap map{size, foregroundClasses + 1, {}};
    map.values.resize(size.area() * static_cast<std::size_t>(map.classes));
    const double unit = std::min(size.width, size.height);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const auto pixel = static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)
                + static_cast<std::size_t>(x);
            std::vector<double> weights{1};
            double sum = 1;
            for (int k = 1; k <= foregroundClasses; ++k) {
                const double centre = size.width * (k - 0.5) / foregroundClasses;
                const double distance = std::hypot(x + 0.5 - centre, y + 0.5 - size.height / 2.0);
                weights.push_back(std::exp(sharpness * 32 * (radius - distance / unit)));
                sum += weights.back();
            }
            for (std::size_t k = 0; k < weights.size(); ++k)
                map.values[k * size.area() + pixel] = static_cast<float>(weights[k] / sum);
        }
    return map;
}

ProbabilityMap noisy(ProbabilityMap map, double share, std::uint64_t seed)
{
    const auto s = static_cast<float>(share);
    for (std::size_t i = 0; i < map.values.size(); ++i)
        map.values[i] = (1 - s) * map.values[i] + s * noise(seed, i);
    return map;
}

ScalarMap entropyOf(const ProbabilityMap& map)
{
    ScalarMap entropy{map.size, std::vector<float>(map.size.area())};
    for (int k = 0; k < map.classes; ++k)
        for (std::size_t i = 0; i < map.size.area(); ++i)
            if (const float p = map.of(k)[i]; p > 0)
                entropy.values[i] -= p * std::log(p) / std::log(static_cast<float>(map.classes));
    return entropy;
}

class FakeSegmenter : public Segmenter {
public:
    FakeSegmenter(FakeOptions options, ModelCard card, std::string device)
        : m_options(std::move(options))
        , m_card(std::move(card))
        , m_device(std::move(device))
    {
    }

    const ModelCard& card() const override { return m_card; }
    std::string device() const override { return m_device; }

    Result<StepPtr> run(const SegmentRequest& request, std::stop_token stop,
                        const StepSink& onStep) override
    {
        ++m_options.log->runs;
        if (!request.slice || request.steps < 1 || request.steps > 100)
            return fail(ErrorCode::BadArgument, m_card.name);
        if (request.slice->channels != m_card.channels)
            return fail(ErrorCode::ChannelsMismatch, m_card.name);
        if (!isSensible(request))
            return fail(ErrorCode::BadArgument, m_card.name);
        m_options.log->note(request);
        StepPtr last;
        for (int index = 1; index <= request.steps; ++index) {
            if (!mayGoOn(stop))
                return fail(ErrorCode::Cancelled, m_card.name);
            ++m_options.log->steps;
            std::this_thread::sleep_for(
                m_options.stepTime); // the work of a step, which nothing cuts short
            if (m_options.runError && index == m_options.failingStep)
                return std::unexpected(*m_options.runError);
            if (m_options.movesToCpu && index == 2)
                m_device = "cpu";
            auto step = std::make_shared<Step>(*fakeStep(request.slice->size, index, request.steps,
                                                         static_cast<int>(m_card.classes.size()),
                                                         request.seed));
            step->device = m_device;
            step->threads = 2;
            step->hasConverged = request.hasEarlyStop && index == m_options.convergesAt;
            step->isLast = index == request.steps || step->hasConverged;
            if (request.restart)
                step->t = request.restart->t * (1 - (index - 1.0) / request.steps);
            if (request.evidence)
                believe(*step, *request.evidence);
            if (request.chains > 1)
                step->spread = fakeSpread(step->semantic, request.chains);
            last = step;
            if (request.evidence)
                m_told.push_back(last);
            onStep(last);
            if (step->hasConverged)
                break;
        }
        return last;
    }

private:
    // As the real one; and it knows which steps were made with strokes.
    bool isSensible(const SegmentRequest& request) const
    {
        const Size size = request.slice->size;
        if (request.evidence
            && (!m_card.hasEvidence || request.evidence->size != size
                || std::ranges::any_of(request.evidence->classes, [this](Label label) {
                       return label != untouched && label > static_cast<int>(m_card.classes.size());
                   })))
            return false;
        return !request.restart
            || (request.restart->from && request.restart->from->posterior.size == size
                && std::ranges::find(m_told, request.restart->from) == m_told.end());
    }

    bool mayGoOn(const std::stop_token& stop) const
    {
        if (m_options.waitsAtGate)
            return m_options.log->gate.pass(stop);
        return !stop.stop_requested();
    }

    FakeOptions m_options;
    ModelCard m_card;
    std::string m_device;
    std::vector<StepPtr> m_told; // steps made with strokes
};

class FakeModule : public SegmenterModule {
public:
    explicit FakeModule(FakeOptions options)
        : m_options(std::move(options))
    {
        ++m_options.log->opened;
    }

    std::vector<DeviceInfo> devices() override
    {
        return {{"cpu", "CPU, fake", 0}, {"cuda:0", "Fake card", std::size_t{8} << 30}};
    }

    Result<std::unique_ptr<Segmenter>> load(const std::filesystem::path& weights,
                                            const std::string& device) override
    {
        if (m_options.loadError)
            return std::unexpected(*m_options.loadError);
        if (device != "cpu" && device != "cuda:0")
            return fail(ErrorCode::DeviceMissing, device);
        ++m_options.log->loaded;
        ModelCard card = fakeCard(m_options);
        card.file = weights;
        return std::make_unique<FakeSegmenter>(m_options, std::move(card), device);
    }

private:
    FakeOptions m_options;
};

} // namespace

void FakeLog::note(const SegmentRequest& request)
{
    const std::scoped_lock lock(m_mutex);
    m_requests.push_back(request);
}

std::vector<SegmentRequest> FakeLog::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

void FakeGate::letThrough(int steps)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_open += steps;
    }
    m_changed.notify_all();
}

bool FakeGate::pass(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return m_open > 0; }) || stop.stop_requested())
        return false;
    --m_open;
    return true;
}

std::unique_ptr<SegmenterModule> fakeModule(const FakeOptions& options)
{
    return std::make_unique<FakeModule>(options);
}

std::function<Result<std::unique_ptr<SegmenterModule>>()> fakeOpener(const FakeOptions& options)
{
    return [options]() -> Result<std::unique_ptr<SegmenterModule>> {
        if (options.openError)
            return std::unexpected(*options.openError);
        return fakeModule(options);
    };
}

ModelCard fakeCard(const FakeOptions& options)
{
    ModelCard card;
    card.name = "fake";
    card.title = "Discs, of the tests";
    card.input = options.input;
    card.channels = options.input == InputKind::Neighbours ? 3 : options.channels;
    card.trainedSize = modelGrid.width;
    card.classes = options.classes;
    card.hasEvidence = options.hasEvidence;
    card.licence = "Apache-2.0";
    card.sha256 = "fa4e";
    card.file = "fake.safetensors";
    return card;
}

StepPtr fakeStep(Size size, int index, int count, int foregroundClasses, std::uint64_t seed)
{
    const double done = static_cast<double>(index) / count;
    const double full = (0.3 + 0.1 * noise(seed, 0)) / foregroundClasses;
    const double radius = full * (0.5 + 0.5 * done);
    auto step = std::make_shared<Step>();
    step->index = index;
    step->count = count;
    step->t = 1 - (index - 1.0) / count;
    step->posterior = discs(size, foregroundClasses, radius, 0.3 + done);
    step->semantic = discs(modelGrid, foregroundClasses, full, 0.5);
    step->generative = discs(modelGrid, foregroundClasses, radius, 2);
    step->state = noisy(discs(modelGrid, foregroundClasses, radius, 2), step->t, seed + 1);
    if (index == count)
        step->finalState = discs(modelGrid, foregroundClasses, full, 2);
    step->entropy = entropyOf(discs(modelGrid, foregroundClasses, radius, 0.3 + done));
    step->surprise = {modelGrid,
                      std::vector<float>(modelGrid.area(), static_cast<float>(1 - done))};
    step->changedShare = index == 1 ? 0 : 0.1 / index;
    step->elapsedMs = 10.0 * index;
    step->device = "cpu";
    return step;
}

std::shared_ptr<Volume> fakeVolume(Size size, int sliceCount)
{
    auto volume = std::make_shared<Volume>();
    volume->size = size;
    for (int i = 0; i < sliceCount; ++i) {
        auto slice = std::make_shared<Slice>();
        slice->size = size;
        const ProbabilityMap disc = discs(size, 1, 0.35, 1);
        for (std::size_t p = 0; p < size.area(); ++p)
            slice->values.push_back(40 + 160 * disc.of(1)[p]
                                    + 20 * noise(static_cast<std::uint64_t>(i), p));
        volume->slices.push_back(std::move(slice));
    }
    volume->source.files = {"fake.png"};
    volume->source.contentHash = "0123456789abcdef";
    volume->source.format = "PNG";
    return volume;
}

} // namespace limn
