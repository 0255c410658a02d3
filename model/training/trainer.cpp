#include "model/training/trainer.h"

#include "model/diffusion/devices.h"
#include "model/diffusion/evidence.h"
#include "model/diffusion/picture.h"
#include "model/diffusion/schedule.h"
#include "model/training/clicks.h"
#include "model/training/loss.h"
#include "model/training/mixed_precision.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace limn {
namespace {

constexpr double rampShare = 0.05; // of the iterations, until that share is reached
constexpr double clickShare = 0.5; // of samples with clicks

// Streams of random numbers that must not meet.
enum Stream : std::uint64_t { order = 1, augmenting, choices, noises };

NamedTensors prefixed(const std::string& prefix, const NamedTensors& tensors)
{
    NamedTensors all;
    for (const auto& [name, tensor] : tensors)
        all.emplace_back(prefix + name, tensor);
    return all;
}

at::Tensor noiseLike(const at::Tensor& z, at::Generator& noise)
{
    return channelsLast(at::randn(z.sizes(), noise, at::TensorOptions(at::kFloat)).to(z.device()));
}

// On the card where they fill at most a quarter of what is free there: else each batch is moved.
std::vector<PackedImage> nearDevice(std::vector<PackedImage> images, at::Device device)
{
    const auto cards = devices();
    const auto card = std::ranges::find(cards, device.str(), &DeviceInfo::id);
    std::size_t bytes = 0;
    for (const PackedImage& image : images)
        bytes += image.picture.nbytes() + image.labels.nbytes();
    if (card == cards.end() || bytes > card->freeBytes / 4)
        return images;
    for (PackedImage& image : images) {
        image.picture = image.picture.to(device);
        image.labels = image.labels.to(device);
    }
    return images;
}

void learnConstants(Model& model, const std::vector<PackedImage>& training)
{
    const auto channels = model.network.config.channels;
    at::Tensor sum = at::zeros({channels}, at::kDouble),
               squares = at::zeros({channels}, at::kDouble);
    at::Tensor classes = at::zeros({model.network.config.classes}, at::kDouble);
    double pixels = 0;
    for (const PackedImage& image : training) {
        const at::Tensor values = image.picture.flatten(1).to(at::kDouble);
        sum += values.sum(1);
        squares += values.square().sum(1);
        classes +=
            at::bincount(image.labels.flatten().to(at::kLong), {}, model.network.config.classes);
        pixels += static_cast<double>(values.size(1));
    }
    model.classPrior.copy_(classes / pixels);
    if (channels == 1 || model.network.config.scaling != InputScaling::ByChannels)
        return;
    model.colourMean.copy_(sum / pixels);
    model.colourDeviation.copy_(
        (squares / pixels - (sum / pixels).square()).clamp_min(1e-6).sqrt());
}

} // namespace

Trainer::Trainer(const NetworkConfig& config, const TrainerOptions& options,
                 const std::vector<PackedImage>& training, at::Device device)
    : m_options(options)
    , m_training(nearDevice(training, device))
    , m_current(config, options.seed, device)
    , m_average(config, options.seed, device)
    , m_optimiser(m_current.network.parameters.list())
{
    learnConstants(m_current, training);
    for (const auto* model : {&m_current, &m_average})
        for (const auto& [name, tensor] : model->network.parameters.list())
            tensor.requires_grad_(true);
    for (std::size_t i = 0; i < training.size(); ++i)
        if ((training[i].labels > 0).any().item<bool>())
            m_withForeground.push_back(i);
}

// A new order each epoch. Where some images are empty, every second place is one with foreground.
std::size_t Trainer::imageFor(std::int64_t position) const
{
    const bool isChosen = m_withForeground.size() < m_training.size() && position % 2 == 0;
    const std::size_t count = isChosen ? m_withForeground.size() : m_training.size();
    const auto place = static_cast<std::size_t>(position);
    std::vector<std::size_t> sequence(count);
    std::iota(sequence.begin(), sequence.end(), std::size_t{0});
    Random random(mixed(m_options.seed, mixed(Stream::order, place / count)));
    for (std::size_t i = count; i > 1; --i)
        std::swap(sequence[i - 1], sequence[random.below(i)]);
    const std::size_t chosen = sequence[place % count];
    return isChosen ? m_withForeground[chosen] : chosen;
}

// One image as it is shown to the network: varied, and a window of it where that is wanted.
TrainingPair Trainer::pairOf(const PackedImage& image, const ColourScale& scale,
                             Random& random) const
{
    TrainingPair pair{normalised(image.picture, scale), image.labels.to(at::kLong)};
    if (m_options.isAugmented)
        pair = augmented(image.picture, image.labels, m_current.network.config.classes,
                         m_options.augment, scale, random);
    const std::int64_t side = m_options.crop;
    if (side <= 0 || side >= pair.labels.size(0))
        return pair;
    const auto offset = [&](std::int64_t extent) {
        return static_cast<std::int64_t>(random.below(static_cast<std::size_t>(extent - side + 1)));
    };
    const std::int64_t row = offset(pair.labels.size(0)), column = offset(pair.labels.size(1));
    return {pair.picture.slice(1, row, row + side).slice(2, column, column + side),
            pair.labels.slice(0, row, row + side).slice(1, column, column + side)};
}

Trainer::Batch Trainer::batchOf(int iteration) const
{
    Random random(
        mixed(m_options.seed, mixed(Stream::augmenting, static_cast<std::uint64_t>(iteration))));
    const int classes = m_current.network.config.classes;
    const ColourScale scale = m_current.colourScale();
    std::vector<at::Tensor> pictures, labels;
    for (int i = 0; i < m_options.batch; ++i) {
        const TrainingPair pair =
            pairOf(m_training[imageFor(static_cast<std::int64_t>(iteration) * m_options.batch + i)],
                   scale, random);
        pictures.push_back(pair.picture);
        labels.push_back(pair.labels);
    }
    Batch batch;
    batch.pictures = channelsLast(at::stack(pictures).to(m_current.device()));
    batch.labels = at::stack(labels).to(m_current.device());
    batch.oneHot =
        channelsLast(at::one_hot(batch.labels, classes).permute({0, 3, 1, 2}).to(at::kFloat));
    return batch;
}

Trainer::Stage Trainer::stageAt(int iteration) const
{
    const int direct = static_cast<int>(std::lround(m_options.directShare * m_options.iterations));
    if (iteration < direct)
        return {true, iteration, direct};
    return {false, iteration - direct, m_options.iterations - direct};
}

// The direct part does not end with small steps: its weights are learnt further.
double Trainer::rateAt(int iteration) const
{
    const Stage stage = stageAt(iteration);
    return stage.isDirect ? warmedUpRate(stage.iteration, m_options.rate)
                          : learningRate(stage.iteration, stage.iterations, m_options.rate);
}

// What the second pass is a noisy version of: the model's own map, or the label; with clicks for
// some.
at::Tensor Trainer::shownMaps(const at::Tensor& firstMaps, const Batch& batch, int iteration,
                              Random& random, at::Tensor& evidence) const
{
    const double share =
        m_options.ownMapShare * std::min(1.0, iteration / (rampShare * m_options.iterations));
    std::vector<at::Tensor> maps, strokes;
    const at::Tensor predicted = firstMaps.argmax(1).cpu(), truth = batch.labels.cpu();
    for (std::int64_t i = 0; i < firstMaps.size(0); ++i) {
        maps.push_back(random.chance(share) ? firstMaps[i] : batch.oneHot[i]);
        strokes.push_back(
            random.chance(clickShare)
                ? robotClicks(predicted[i], truth[i], m_current.network.config.classes, random)
                : at::zeros(batch.oneHot[i].sizes(), at::kFloat));
    }
    const at::Tensor shown = at::stack(maps);
    if (!m_current.network.config.evidence)
        return shown;
    const at::Tensor all = at::stack(strokes).to(shown.device());
    evidence = evidenceOf(all);
    return clamped(shown, all);
}

Trainer::Pass Trainer::passOf(const ImageFeatures& features, const at::Tensor& noisy,
                              std::vector<double> times, const at::Tensor& evidence) const
{
    Pass pass;
    pass.decoded = m_current.network.decode(features, noisy, times, evidence);
    pass.maps = bayesPosterior(m_current, pass.decoded, times);
    pass.times = std::move(times);
    return pass;
}

// On-policy: the state is mostly a noisy code of what the first pass said.
Trainer::Pass Trainer::secondPass(const ImageFeatures& features, const Pass& first,
                                  const Batch& batch, int iteration, at::Generator& noise) const
{
    const Network& network = m_current.network;
    Random random(
        mixed(m_options.seed, mixed(Stream::choices, static_cast<std::uint64_t>(iteration))));
    std::vector<double> times, alphas, sigmas;
    for (std::int64_t i = 0; i < batch.labels.size(0); ++i) {
        times.push_back(random.uniform(0, 1));
        alphas.push_back(alphaAt(times.back(), network.config.schedule)
                         * network.config.inputScale);
        sigmas.push_back(sigmaAt(times.back(), network.config.schedule));
    }
    const auto column = [this](const std::vector<double>& values) {
        return at::tensor(values, at::kFloat).to(m_current.device()).view({-1, 1, 1, 1});
    };
    at::Tensor noisy, evidence;
    {
        const at::NoGradGuard noGradient;
        const at::Tensor shown =
            shownMaps(first.maps.logPosterior.slice(0, 0, batch.labels.size(0)).exp(), batch,
                      iteration, random, evidence);
        const at::Tensor code = network.encoder(shown);
        noisy = column(alphas) * code + column(sigmas) * noiseLike(code, noise);
    }
    return passOf(features, noisy, std::move(times), evidence);
}

void Trainer::learnErrors(const Pass& pass, const at::Tensor& clean)
{
    const at::Tensor errors = (pass.decoded.latent.detach() - clean).square().mean({1, 2, 3});
    m_current.statistics.update(pass.times, errors, pass.maps.surprise.mean({1, 2}));
}

at::Tensor Trainer::lossOf(const Pass& pass, const Batch& batch, const at::Tensor& clean) const
{
    at::Tensor loss = m_options.mseWeight * at::mse_loss(pass.decoded.latent, clean);
    if (!m_options.isGenerativeOnly)
        loss = loss + mapsLoss(pass.maps, batch.labels, batch.oneHot);
    if (m_options.alignmentWeight > 0)
        loss = loss
            + m_options.alignmentWeight * misalignment(pass.maps.density, batch.oneHot)
                / static_cast<double>(clean.size(1));
    return loss;
}

IterationLosses Trainer::directLosses(const Batch& batch) const
{
    const Network& network = m_current.network;
    const Decoded decoded =
        network.decodeDirectly(mixedFeatures(m_current.network, batch.pictures, m_options.isMixed));
    const at::Tensor map = at::log_softmax(decoded.semanticScores, 1);
    IterationLosses result;
    result.passes = classificationLoss(map, batch.labels, batch.oneHot);
    result.dice = diceOf(map.argmax(1), batch.labels, network.config.classes);
    return result;
}

// Of the label encoder and decoder; the mixture learns from the codes.
IterationLosses Trainer::codeLosses(const Batch& batch, at::Tensor& clean, at::Generator& noise)
{
    const Network& network = m_current.network;
    const at::Tensor code = network.encoder(batch.oneHot);
    const at::Tensor scores = network.decoder(code);
    clean = code.detach(); // so that no other loss shrinks its own target
    m_current.mixture.update(clean, at::avg_pool2d(batch.oneHot, {4, 4}), noise);
    IterationLosses result;
    result.reconstruction = at::cross_entropy_loss(scores, batch.labels);
    result.labelsGivenBack =
        (scores.argmax(1) == batch.labels).to(at::kFloat).mean().item<double>();
    return result;
}

IterationLosses Trainer::losses(int iteration)
{
    const auto number = static_cast<std::uint64_t>(iteration);
    at::Generator noise = generator(mixed(m_options.seed, mixed(Stream::noises, number)));
    const Batch batch = batchOf(iteration);
    const Network& network = m_current.network;
    if (isDirect(network.config))
        return directLosses(batch);

    at::Tensor clean;
    IterationLosses result = codeLosses(batch, clean, noise);
    if (stageAt(iteration).isDirect) {
        const IterationLosses direct = directLosses(batch);
        result.passes = direct.passes;
        result.dice = direct.dice;
        return result;
    }
    const ImageFeatures features =
        mixedFeatures(m_current.network, batch.pictures, m_options.isMixed);
    const std::vector<double> start(static_cast<std::size_t>(m_options.batch), 1.0);
    const Pass first = passOf(features, noiseLike(clean, noise), start, {});
    const auto count = std::max<std::int64_t>(
        1, std::lround(m_options.secondPassShare * static_cast<double>(m_options.batch)));
    const auto shortened = [count](const at::Tensor& all) { return all.slice(0, 0, count); };
    const Batch again{shortened(batch.pictures), shortened(batch.labels), shortened(batch.oneHot)};
    const ImageFeatures featuresAgain{shortened(features.fine), shortened(features.pixel),
                                      shortened(features.coarse)};
    const at::Tensor cleanAgain = shortened(clean);
    const Pass second = secondPass(featuresAgain, first, again, iteration, noise);
    result.passes = 0.5 * lossOf(first, batch, clean) + lossOf(second, again, cleanAgain);
    result.dice = diceOf(second.maps.logPosterior.argmax(1), again.labels, network.config.classes);
    learnErrors(first, clean);
    learnErrors(second, cleanAgain);
    return result;
}

IterationReport Trainer::iterate(int iteration)
{
    if (const Stage stage = stageAt(iteration); stage.iteration == 0 && iteration > 0)
        m_optimiser = AdamW(m_current.network.parameters.list());
    const IterationLosses now = losses(iteration);
    const at::Tensor loss =
        now.reconstruction.defined() ? now.passes + now.reconstruction : now.passes;
    loss.backward();
    IterationReport report{loss.item<double>(), now.dice, now.labelsGivenBack, 0,
                           rateAt(iteration)};
    report.gradientNorm = m_optimiser.step(report.rate);
    averageInto(m_average, m_current, iteration);
    return report;
}

NamedTensors Trainer::state() const
{
    NamedTensors all = prefixed("current.", m_current.tensors());
    for (const NamedTensors& more :
         {prefixed("average.", m_average.tensors()), m_optimiser.state()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace limn
