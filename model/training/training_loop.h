// The iterations of a training: checkpoints, the curve, an interruption, a loss that is no number.
#pragma once

#include "model/training/checkpoint.h"
#include "model/training/curve.h"

#include <functional>

namespace limn {

struct TrainingLoop {
    std::filesystem::path checkpoint, curve; // files
    std::string plan; // what is being trained; a checkpoint of another plan is refused
    int iterations = 0;
    int checkpointEvery = 250;
    bool isResumed = false; // goes on from the checkpoint, where there is one
};

enum class Ending { Complete, Stopped };

// After each iteration; may validate, and then fills point.validation.
using AfterIteration = std::function<Result<void>(Progress& progress, CurvePoint& point)>;

// Stops after the iteration in which isStopAsked() came true, and has then written a checkpoint.
// Errors: NotFinite (detail: the iteration, and what is kept), those of the checkpoint and of the
// curve. On each of them the last good checkpoint stays.
Result<Ending> runTraining(Trainer& trainer, const TrainingLoop& loop, Progress& progress,
                           const AfterIteration& after);

} // namespace limn
