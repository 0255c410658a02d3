#include "model/training/ablation/ablation_run.h"

#include "model/diffusion/devices.h"
#include "model/diffusion/weights.h"
#include "model/files/durable_file.h"
#include "model/training/ablation/click_study.h"
#include "model/training/ablation/corruption_study.h"
#include "model/training/ablation/kernel_study.h"
#include "model/training/ablation/latent_study.h"
#include "model/training/ablation/map_scores.h"
#include "model/training/ablation/study.h"
#include "model/training/ablation/uncertainty_study.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace limn {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

// Named as fit names them, so that the curve and the checkpoint lie beside the model.
constexpr const char* modelFile = "model.safetensors";

struct Recipe {
    NetworkConfig network;
    TrainerOptions trainer;
};

Result<Recipe> trainingOf(const AblationRun& run, const Plan& plan, const JudgedSet& set)
{
    auto config = namedConfig(plan.network, set.channels, static_cast<int>(set.classes.size()) + 1);
    if (!config)
        return std::unexpected(config.error());
    config->scaling = scalingOf(set.input);
    TrainerOptions trainer;
    trainer.batch = plan.batch;
    trainer.rate = plan.rate;
    trainer.seed = run.name.seed;
    trainer.crop = run.set->crop;
    trainer.augment.flips = run.set->hasFlips;
    trainer.augment.isStrong = run.set->isStronglyAugmented;
    trainer.augment.largestValue = set.largestValue;
    run.arm->change(*config, trainer);
    trainer.iterations = plan.iterationsOf(*run.set, *run.arm);
    return Recipe{*config, trainer};
}

Metadata metadataOf(const AblationRun& run, const JudgedSet& set, const Progress& progress)
{
    const Json card{{"title", run.name.folder()}, {"input", nameOf(set.input)},
                    {"channels", set.channels},   {"trainedSize", set.side},
                    {"classes", set.classes},     {"iterations", progress.iteration}};
    return {{"limn.card", card.dump()}, {"limn.cpuSeconds", Json(progress.cpuSeconds).dump()}};
}

// The averaged weights after the last iteration: none is chosen by the images that judge it.
Result<Ending> trainModel(const AblationRun& run, const Plan& plan, const JudgedSet& set,
                          const AblateOptions& options)
{
    const auto device = deviceNamed(options.device);
    const auto recipe = trainingOf(run, plan, set);
    if (!device || !recipe)
        return std::unexpected(device ? recipe.error() : device.error());
    Trainer trainer(recipe->network, recipe->trainer, set.split.training, *device);
    const fs::path model = run.file(modelFile);
    const TrainingLoop loop{checkpointFor(model),    curveFor(model),
                            recipeOf(run, plan),     recipe->trainer.iterations,
                            options.checkpointEvery, true};
    Progress progress;
    const auto ending =
        runTraining(trainer, loop, progress, [](Progress&, CurvePoint&) { return Result<void>(); });
    if (!ending || *ending == Ending::Stopped)
        return ending;
    if (auto written =
            writeModel(model, trainer.average(), metadataOf(run, set, progress), Precision::Single);
        !written)
        return std::unexpected(written.error());
    fs::remove(loop.checkpoint);
    return Ending::Complete;
}

std::int64_t parametersOf(const Model& model)
{
    std::int64_t count = 0;
    for (const auto& [name, tensor] : model.network.parameters.list())
        count += tensor.numel();
    return count;
}

Result<void> writeFacts(const AblationRun& run, const Plan& plan, const JudgedSet& set,
                        const Model& model, const MapScores& scores)
{
    const auto file = openSafetensors(run.file(modelFile));
    if (!file)
        return std::unexpected(file.error());
    const int iterations = plan.iterationsOf(*run.set, *run.arm);
    const double seconds = std::stod(file->metadata.at("limn.cpuSeconds"));
    const CsvTable table{
        {"set", "arm", "seed", "row", "network", "size", "batch", "iterations", "parameters",
         "training images", "judged images", "CPU seconds", "seconds an iteration", "Dice",
         "mIoU-all"},
        {{run.name.set, run.name.arm, std::to_string(run.name.seed), std::string(run.arm->row),
          plan.network, std::to_string(run.set->side), std::to_string(plan.batch),
          std::to_string(iterations), std::to_string(parametersOf(model)),
          std::to_string(set.split.training.size()), std::to_string(set.judged().size()),
          csvNumber(seconds), csvNumber(seconds / iterations), csvNumber(scores.dice),
          csvNumber(scores.meanIouAll)}}};
    return writeCsv(run.file("run.csv"), table);
}

bool isWanted(const StudyKind& study, const AblationRun& run, const Plan& plan)
{
    return (plan.*study.asked).has(run.name.arm);
}

Result<CsvTable> studied(const StudyKind& study, const Model& model, const AblationRun& run,
                         const Plan& plan, const JudgedSet& set, const std::string& device)
{
    switch (study.source) {
    case Source::Kernels: return studyKernels(model, set, plan, run.name);
    case Source::Corruptions: return studyCorruptions(model, set, plan, run.name);
    case Source::Uncertainty: return studyUncertainty(model, set, plan, run.name);
    case Source::Latents: return studyLatents(model, set, plan, run.name);
    case Source::Clicks: return studyClicks(run.file(modelFile), device, set, plan, run.name);
    case Source::Scores: break;
    }
    return fail(ErrorCode::Internal, study.name, "no study");
}

Result<void> writeStudies(const Model& model, const AblationRun& run, const Plan& plan,
                          const JudgedSet& set, const std::string& device)
{
    for (const StudyKind& study : studyKinds()) {
        if (!isWanted(study, run, plan) || (run.isJudged() && fs::exists(run.file(study.file()))))
            continue;
        const auto table = studied(study, model, run, plan, set, device);
        if (!table)
            return std::unexpected(table.error());
        if (auto written = writeCsv(run.file(study.file()), *table); !written)
            return written;
    }
    return {};
}

Result<void> judgeModel(const AblationRun& run, const Plan& plan, const JudgedSet& set,
                        const AblateOptions& options)
{
    const auto device = deviceNamed(options.device);
    if (!device)
        return std::unexpected(device.error());
    const auto model = loadModel(run.file(modelFile), *device);
    if (!model)
        return std::unexpected(model.error());
    if (run.isJudged())
        return writeStudies(**model, run, plan, set, options.device);
    const auto scores = scoreMaps(**model, set, plan, run.name);
    if (!scores)
        return std::unexpected(scores.error());
    if (auto written = writeCsv(run.file("scores.csv"), scores->table); !written)
        return written;
    if (auto written = writeStudies(**model, run, plan, set, options.device); !written)
        return written;
    std::printf("%s: Dice %.4f on %zu images\n", run.name.folder().c_str(), scores->dice,
                set.judged().size());
    return writeFacts(run, plan, set, **model, *scores);
}

} // namespace

bool AblationRun::isJudged() const
{
    return fs::exists(file("run.csv"));
}

bool AblationRun::isFinished(const Plan& plan) const
{
    return isJudged() && std::ranges::all_of(studyKinds(), [&](const StudyKind& study) {
               return !isWanted(study, *this, plan) || fs::exists(file(study.file()));
           });
}

std::string recipeOf(const AblationRun& run, const Plan& plan)
{
    Json json{{"set", run.name.set},
              {"file", run.set->file.filename().string()},
              {"size", run.set->side},
              {"crop", run.set->crop},
              {"flips", run.set->hasFlips},
              {"arm", run.name.arm},
              {"seed", run.name.seed},
              {"network", plan.network},
              {"batch", plan.batch},
              {"rate", plan.rate},
              {"iterations", plan.iterationsOf(*run.set, *run.arm)}};
    if (run.set->isStronglyAugmented)
        json["strongAugmentation"] = true;
    if (run.set->folds > 0) {
        json["folds"] = run.set->folds;
        json["splitSeed"] = run.set->splitSeed;
    } else if (run.set->validationIds.empty()) {
        json["validationShare"] = run.set->validationShare;
        json["splitSeed"] = run.set->splitSeed;
    } else {
        json["validationIds"] = run.set->validationIds.filename().string();
    }
    return json.dump(1) + "\n";
}

Result<void> claimFolder(const AblationRun& run, const Plan& plan)
{
    std::error_code error;
    fs::create_directories(run.folder, error);
    if (error)
        return fail(ErrorCode::WriteFailed, run.folder.string(), error.message());
    const std::string recipe = recipeOf(run, plan);
    const fs::path path = run.file("recipe.json");
    if (!fs::exists(path))
        return writeDurably(path, std::as_bytes(std::span(recipe)), IfExists::Replace);
    std::ifstream file(path);
    std::ostringstream known;
    known << file.rdbuf();
    if (known.str() != recipe)
        return fail(ErrorCode::BadArgument, run.folder.string(),
                    "holds a run of other options (recipe.json); name another folder or remove it");
    return {};
}

Result<Ending> perform(const AblationRun& run, const Plan& plan, const JudgedSet& set,
                       const AblateOptions& options)
{
    if (!fs::exists(run.file(modelFile))) {
        const auto trained = trainModel(run, plan, set, options);
        if (!trained || *trained == Ending::Stopped)
            return trained;
    }
    const auto judged = judgeModel(run, plan, set, options);
    if (judged)
        return Ending::Complete;
    if (judged.error().code == ErrorCode::Cancelled)
        return Ending::Stopped;
    return std::unexpected(judged.error());
}

} // namespace limn
