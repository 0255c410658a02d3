#include "model/training/bench.h"

#include "model/diffusion/devices.h"
#include "model/diffusion/translated.h"
#include "model/training/arms.h"
#include "model/training/loss.h"
#include "model/training/mixed_precision.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>

namespace limn {
namespace {

constexpr int warmUps = 2;

struct Measured {
    std::string name;
    std::function<void()> work;
    double seconds = INFINITY;
};

// Other work on the machine does not count, but a GPU's work is not the processor's.
double now(at::Device device)
{
    if (!device.is_cpu())
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
            .count();
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// The same operations of the network as an iteration of the full model, on what lies ready.
class BareIteration {
public:
    BareIteration(const NetworkConfig& config, const std::vector<PackedImage>& images,
                  const BenchOptions& options, at::Device device)
        : m_isMixed(options.isMixed)
        , m_model(config, 0, device)
        , m_optimiser(m_model.network.parameters.list())
    {
        for (const auto& [name, tensor] : m_model.network.parameters.list())
            tensor.requires_grad_(true);
        std::vector<at::Tensor> pictures, labels;
        for (int i = 0; i < options.batch; ++i) {
            const PackedImage& image = images[static_cast<std::size_t>(i) % images.size()];
            pictures.push_back((image.picture - image.picture.mean()) / 64);
            labels.push_back(image.labels.to(at::kLong));
        }
        m_pictures = channelsLast(at::stack(pictures).to(device));
        m_labels = at::stack(labels).to(device);
        m_oneHot = channelsLast(
            at::one_hot(m_labels, config.classes).permute({0, 3, 1, 2}).to(at::kFloat));
        at::Generator random = generator(1);
        m_noise = channelsLast(
            at::randn({options.batch, config.latent, options.side / 4, options.side / 4}, random,
                      at::TensorOptions(at::kFloat))
                .to(device));
        m_evidence = at::avg_pool2d(m_oneHot, {4, 4});
    }

    void operator()()
    {
        const Network& network = m_model.network;
        const at::Tensor code = network.encoder(m_oneHot), clean = code.detach();
        const ImageFeatures features = mixedFeatures(network, m_pictures, m_isMixed);
        at::Tensor loss = at::cross_entropy_loss(network.decoder(code), m_labels);
        for (const double t : {1.0, 0.5}) {
            const std::vector<double> times(static_cast<std::size_t>(m_pictures.size(0)), t);
            const at::Tensor state = t < 1 ? network.encoder(m_oneHot).detach() : m_noise;
            const Decoded decoded =
                network.decode(features, state, times, t < 1 ? m_evidence : at::Tensor());
            loss = loss + at::mse_loss(decoded.latent, clean)
                + mapsLoss(bayesPosterior(m_model, decoded, times), m_labels, m_oneHot);
        }
        loss.backward();
        m_optimiser.step(1e-4);
    }

private:
    bool m_isMixed;
    Model m_model;
    AdamW m_optimiser;
    at::Tensor m_pictures, m_labels, m_oneHot, m_noise, m_evidence;
};

Result<std::vector<Measured>> everything(const BenchOptions& options, const PackedSet& set,
                                         at::Device device)
{
    const auto plain =
        namedConfig(options.network, set.channels, static_cast<int>(set.classes.size()) + 1);
    if (!plain)
        return std::unexpected(plain.error());
    std::vector<Measured> all;
    const auto bare = std::make_shared<BareIteration>(*plain, set.images, options, device);
    all.push_back({"bare operations", [bare] { (*bare)(); }});
    for (const std::string& name : options.arms)
        if (const auto known = armNamed(name); !known)
            return std::unexpected(known.error());
    for (const Arm& arm : arms()) {
        const bool isWanted = options.arms.empty() || arm.name == "full"
            || std::ranges::find(options.arms, arm.name) != options.arms.end();
        if (!isWanted)
            continue;
        NetworkConfig config = *plain;
        TrainerOptions trainerOptions;
        trainerOptions.batch = options.batch;
        trainerOptions.isMixed = options.isMixed;
        trainerOptions.augment.largestValue = set.largestValue;
        arm.change(config, trainerOptions);
        const auto trainer = std::make_shared<Trainer>(config, trainerOptions, set.images, device);
        // Well behind the warm-up, as most iterations are.
        const auto iteration = std::make_shared<int>(200);
        all.push_back(
            {std::string(arm.name), [trainer, iteration] { trainer->iterate((*iteration)++); }});
    }
    return all;
}

void print(const std::vector<Measured>& all)
{
    const double bare = all[0].seconds, full = all[1].seconds;
    std::printf("%-24s %8.4f s\n", all[0].name.c_str(), bare);
    for (std::size_t i = 1; i < all.size(); ++i)
        std::printf("%-24s %8.4f s  %.3f x full\n", all[i].name.c_str(), all[i].seconds,
                    all[i].seconds / full);
    std::printf("full / bare operations: %.3f (aim: at most 1.15)\n", full / bare);
}

} // namespace

Result<void> bench(const BenchOptions& options)
{
    if (options.side < 32 || options.side % 16 != 0)
        return fail(ErrorCode::BadArgument, "--size", "a multiple of 16, at least 32");
    const auto set = readPackedSet(options.set, Resolution::Training, options.side);
    const auto device = deviceNamed(options.device);
    if (!set || !device)
        return std::unexpected(set ? device.error() : set.error());
    return caught([&]() -> Result<void> {
        at::set_num_threads(options.threads);
        auto all = everything(options, *set, *device);
        if (!all)
            return std::unexpected(all.error());
        for (int round = 0; round < options.repeats + warmUps; ++round)
            for (Measured& one : *all) {
                const double began = now(*device);
                one.work(); // reads the loss back, so a GPU has ended its work
                if (round >= warmUps)
                    one.seconds = std::min(one.seconds, now(*device) - began);
            }
        print(*all);
        return {};
    });
}

} // namespace limn
