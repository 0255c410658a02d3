#include "model/training/checkpoint.h"

#include "model/diffusion/weights.h"

#include <nlohmann/json.hpp>

namespace limn {

std::filesystem::path checkpointFor(const std::filesystem::path& output)
{
    return std::filesystem::path(output).replace_extension(".checkpoint.safetensors");
}

Result<void> writeCheckpoint(const std::filesystem::path& path, const Trainer& trainer,
                             const Progress& progress, const std::string& plan)
{
    const nlohmann::json json{{"iteration", progress.iteration},
                              {"bestDice", progress.bestDice},
                              {"bestTemperature", progress.bestTemperature},
                              {"bestIteration", progress.bestIteration},
                              {"cpuSeconds", progress.cpuSeconds}};
    return writeTensors(path, trainer.state(),
                        {{"limn.progress", json.dump()}, {"limn.plan", plan}});
}

Result<Progress> readCheckpoint(const std::filesystem::path& path, Trainer& trainer,
                                const std::string& plan)
{
    auto file = openSafetensors(path);
    if (!file)
        return std::unexpected(file.error());
    if (file->metadata["limn.plan"] != plan)
        return fail(ErrorCode::BadArgument, path.filename().string(),
                    "the checkpoint is of other options: " + file->metadata["limn.plan"]);
    Progress progress;
    try {
        const auto json = nlohmann::json::parse(file->metadata["limn.progress"]);
        progress = {json.at("iteration").get<int>(), json.at("bestDice").get<double>(),
                    json.at("bestTemperature").get<double>(), json.at("bestIteration").get<int>(),
                    json.value("cpuSeconds", 0.0)};
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::ModelDamaged, path.filename().string(), error.what());
    }
    if (auto filled = fillTensors(trainer.state(), *file); !filled)
        return std::unexpected(filled.error());
    trainer.resumeAt(progress.iteration);
    return progress;
}

} // namespace limn
