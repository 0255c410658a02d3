// Everything that a training needs to go on after an interruption.
#pragma once

#include "model/training/trainer.h"

namespace limn {

struct Progress {
    int iteration = 0; // the next one
    double bestDice = -1;
    double bestTemperature = 1;
    int bestIteration = 0;
    double cpuSeconds = 0; // of the iterations so far
};

std::filesystem::path checkpointFor(const std::filesystem::path& output);

// `plan` says what is being trained; a checkpoint of another plan is refused on reading.
Result<void> writeCheckpoint(const std::filesystem::path& path, const Trainer& trainer,
                             const Progress& progress, const std::string& plan);

// Errors: those of openSafetensors, ModelDamaged, BadArgument when the plan differs.
Result<Progress> readCheckpoint(const std::filesystem::path& path, Trainer& trainer,
                                const std::string& plan);

} // namespace limn
