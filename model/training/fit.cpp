#include "model/training/fit.h"

#include "model/diffusion/devices.h"
#include "model/diffusion/weights.h"
#include "model/training/arms.h"
#include "model/training/checkpoint.h"
#include "model/training/split.h"
#include "model/training/stop_request.h"
#include "model/training/training_loop.h"

#include <ATen/Parallel.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>

namespace limn {
namespace {

std::string planOf(const FitOptions& options, const NetworkConfig& config)
{
    nlohmann::json plan{{"set", options.set.filename().string()},
                        {"network", toJson(config)},
                        {"side", options.side},
                        {"crop", options.trainer.crop},
                        {"batch", options.trainer.batch},
                        {"iterations", options.trainer.iterations},
                        {"seed", options.trainer.seed},
                        {"rate", options.trainer.rate},
                        {"augment", options.trainer.isAugmented},
                        {"flips", options.trainer.augment.flips}};
    if (options.arm != "full")
        plan["arm"] = options.arm;
    if (options.trainer.augment.isStrong)
        plan["strongAugmentation"] = true;
    if (options.trainer.isMixed)
        plan["bf16"] = true;
    if (!options.from.empty())
        plan["from"] = options.from.filename().string();
    return plan.dump();
}

// The network that the options ask for; an arm changes how it is trained too.
Result<NetworkConfig> configOf(FitOptions& options, const PackedSet& set)
{
    auto config =
        namedConfig(options.network, set.channels, static_cast<int>(set.classes.size()) + 1);
    const auto arm = armNamed(options.arm);
    if (!config || !arm)
        return std::unexpected(config ? arm.error() : config.error());
    config->evidence = options.hasEvidence;
    config->scaling = scalingOf(set.input);
    (*arm)->change(*config, options.trainer);
    options.trainer.iterations =
        static_cast<int>(std::lround(options.trainer.iterations * (*arm)->iterations));
    return config;
}

// Weights of another model where name and shape are the same; what was learnt of its set stays
// behind.
Result<void> warmStart(const std::filesystem::path& path, Trainer& trainer)
{
    const auto from = loadModel(path, at::kCPU);
    if (!from)
        return std::unexpected(from.error());
    std::map<std::string, at::Tensor> known;
    for (const auto& [name, tensor] : (*from)->tensors())
        if (!name.starts_with("input.") && !name.starts_with("prior."))
            known.emplace(name, tensor);
    const at::NoGradGuard noGradient;
    std::size_t taken = 0, all = 0;
    for (const auto& [name, tensor] : trainer.current().tensors()) {
        const auto found = known.find(name);
        ++all;
        if (found == known.end() || found->second.sizes() != tensor.sizes())
            continue;
        tensor.copy_(found->second);
        ++taken;
    }
    if (taken == 0)
        return fail(ErrorCode::BadArgument, path.filename().string(), "no weights that fit");
    std::printf("%zu of %zu tensors from %s\n", taken, all, path.filename().c_str());
    return {};
}

Metadata cardOf(const FitOptions& options, const PackedSet& set, const Progress& progress)
{
    nlohmann::json card{{"title", options.title},
                        {"modality", options.modality},
                        {"channels", set.channels},
                        {"input", nameOf(set.input)},
                        {"trainedSize", options.side},
                        {"classes", set.classes},
                        {"licence", options.licence},
                        {"researchOnly", options.isResearchOnly},
                        {"temperature", progress.bestTemperature},
                        {"validationDice", progress.bestDice},
                        {"iterations", progress.bestIteration},
                        {"command", options.command}};
    if (options.isNativeScale)
        card["nativeScale"] = true;
    if (set.spacingMm > 0)
        card["spacingMm"] = set.spacingMm;
    return {{"limn.card", card.dump()}};
}

Result<Split> dividedSet(const FitOptions& options, PackedSet& set)
{
    if (options.validationIds.empty())
        return splitByShare(std::move(set.images), options.validationShare, options.trainer.seed);
    const auto ids = readIds(options.validationIds);
    if (!ids)
        return std::unexpected(ids.error());
    return splitByIds(std::move(set.images), *ids);
}

Result<void> writeSplit(const std::filesystem::path& output, const Split& split)
{
    std::filesystem::path list = output;
    if (auto done = writeIds(list.replace_extension(".training.txt"), split.training); !done)
        return done;
    list = output;
    return writeIds(list.replace_extension(".validation.txt"), split.validation);
}

// Validates the averaged weights; a better model than any before is written at once.
Result<void> judge(const FitOptions& options, const PackedSet& set, const Split& split,
                   const Trainer& trainer, Progress& progress, CurvePoint& point)
{
    const ValidationReport report = validate(trainer.average(), split.validation);
    point.validation = report;
    std::printf("\nvalidation at %d: Dice K=1 %.4f, K=3 %.4f; T %.1f, NLL %.4f\n",
                progress.iteration, report.diceOneStep, report.diceThreeSteps, report.temperature,
                report.likelihood);
    std::fflush(stdout);
    if (report.diceThreeSteps <= progress.bestDice)
        return {};
    progress.bestDice = report.diceThreeSteps;
    progress.bestTemperature = report.temperature;
    progress.bestIteration = progress.iteration;
    return writeModel(options.output, trainer.average(), cardOf(options, set, progress),
                      Precision::Single);
}

Result<void> finish(const FitOptions& options, const PackedSet& set, const Split& split,
                    const Progress& progress, at::Device device)
{
    const auto half = storeAsHalf(options.output, cardOf(options, set, progress), split.validation,
                                  progress.bestDice, device);
    if (!half)
        return std::unexpected(half.error());
    std::printf("best: iteration %d, Dice %.4f; with float16 weights %.4f\n",
                progress.bestIteration, progress.bestDice, *half);
    std::filesystem::remove(checkpointFor(options.output));
    return {};
}

Result<void> train(const FitOptions& options, const PackedSet& set, const Split& split,
                   Trainer& trainer, const std::string& plan)
{
    const TrainingLoop loop{
        checkpointFor(options.output), curveFor(options.output), plan,
        options.trainer.iterations,    options.checkpointEvery,  options.isResumed};
    Progress progress;
    const auto ending =
        runTraining(trainer, loop, progress, [&](Progress& now, CurvePoint& point) -> Result<void> {
            if (now.iteration % options.validateEvery != 0 && now.iteration != loop.iterations)
                return {};
            return judge(options, set, split, trainer, now, point);
        });
    if (!ending)
        return std::unexpected(ending.error());
    if (*ending == Ending::Stopped) {
        std::printf("\nstopped; the same command with --resume goes on at iteration %d\n",
                    progress.iteration);
        return {};
    }
    return finish(options, set, split, progress, trainer.average().device());
}

Result<void> checkedOptions(const FitOptions& options)
{
    if (options.side < 32 || options.side % 16 != 0)
        return fail(ErrorCode::BadArgument, "--size", "a multiple of 16, at least 32");
    if (options.trainer.crop != 0
        && (options.trainer.crop < 32 || options.trainer.crop % 16 != 0
            || options.trainer.crop > options.side))
        return fail(ErrorCode::BadArgument, "--crop",
                    "a multiple of 16, at least 32, not above --size");
    if (options.trainer.batch < 1 || options.trainer.iterations < 1 || options.threads < 1)
        return fail(ErrorCode::BadArgument, "", "batch, iterations and threads are at least 1");
    if (!(options.validationShare > 0 && options.validationShare < 1))
        return fail(ErrorCode::BadArgument, "--validation-share", "between 0 and 1");
    return {};
}

} // namespace

Result<void> fit(FitOptions options)
{
    if (auto checked = checkedOptions(options); !checked)
        return checked;
    at::set_num_threads(options.threads);
    auto set = readPackedSet(options.set, Resolution::Training, options.side);
    if (!set)
        return std::unexpected(set.error());
    options.trainer.augment.largestValue = set->largestValue;
    const auto config = configOf(options, *set);
    if (!config)
        return std::unexpected(config.error());
    const auto split = dividedSet(options, *set);
    if (!split)
        return std::unexpected(split.error());
    if (auto written = writeSplit(options.output, *split); !written)
        return written;
    std::printf("%zu training images, %zu validation images, %d channel(s), %zu class(es)\n",
                split->training.size(), split->validation.size(), set->channels,
                set->classes.size());
    watchForStop();
    try {
        const auto device = deviceNamed(options.device);
        if (!device)
            return std::unexpected(device.error());
        Trainer trainer(*config, options.trainer, split->training, *device);
        if (!options.from.empty())
            if (auto started = warmStart(options.from, trainer); !started)
                return started;
        return train(options, *set, *split, trainer, planOf(options, *config));
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, "", error.what_without_backtrace());
    }
}

} // namespace limn
