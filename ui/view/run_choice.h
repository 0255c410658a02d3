// What a person asks the model for.
#pragma once

#include "model/data/kernel.h"

#include <QString>

#include <vector>

namespace limn {

// What can be set of a run; as in SegmentRequest.
struct RunOptions {
    int steps = 3;
    Kernel kernel = Kernel::PosteriorMean;
    quint64 seed = 0;
    int chains = 1;
    double labelSampling = 0;
    bool hasEarlyStop = false;
    std::vector<double> priorRatio = {}; // a class each, the background first; empty: 1

    bool operator==(const RunOptions&) const = default;
};

struct RunChoice : RunOptions {
    QString modelName; // ModelCard::name
    QString device; // DeviceInfo::id
};

enum class RunPreset { Fast, Study, Own };

inline constexpr int mostSteps = 20, mostChains = 16;

// Own: what no preset says. The seed belongs to none.
inline RunOptions presetOptions(RunPreset preset, quint64 seed)
{
    RunOptions options;
    options.seed = seed;
    if (preset == RunPreset::Study) {
        options.steps = 10;
        options.kernel = Kernel::Ancestral;
    }
    return options;
}

inline RunPreset presetOf(const RunOptions& options)
{
    for (const RunPreset preset : {RunPreset::Fast, RunPreset::Study})
        if (options == presetOptions(preset, options.seed))
            return preset;
    return RunPreset::Own;
}

} // namespace limn
