// One run of an ablation: an arm trained on a set with a seed, then judged.
#pragma once

#include "model/training/ablation/ablate.h"
#include "model/training/ablation/judged_set.h"
#include "model/training/training_loop.h"

namespace limn {

struct AblationRun {
    RunName name;
    const PlanSet* set = nullptr;
    const Arm* arm = nullptr;
    std::filesystem::path folder;

    // Judged, with every study that the plan wants of it.
    bool isFinished(const Plan& plan) const;
    bool isJudged() const;
    std::filesystem::path file(const std::string& fileName) const { return folder / fileName; }
};

// What decides a run's result, as JSON: kept in the folder's recipe.json, so that results of
// different plans never mix.
std::string recipeOf(const AblationRun& run, const Plan& plan);

// BadArgument when the folder holds a run of another recipe. Makes the folder.
Result<void> claimFolder(const AblationRun& run, const Plan& plan);

// Stopped: at a checkpoint, or during the judging, which then begins anew. Of a run that is judged
// only the studies that are not there yet.
Result<Ending> perform(const AblationRun& run, const Plan& plan, const JudgedSet& set,
                       const AblateOptions& options);

} // namespace limn
