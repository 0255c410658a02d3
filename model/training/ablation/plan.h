// What an ablation is to do, as its JSON file says (docs/results/plan.json is one).
#pragma once

#include "model/training/arms.h"

#include <filesystem>
#include <vector>

namespace limn {

struct PlanSet {
    std::string name; // in tables and folder names
    std::filesystem::path file; // as `limn pack` writes it
    int side = 64; // of the training grid
    int crop = 0;
    bool hasFlips = false;
    bool isStronglyAugmented = false; // AugmentOptions::isStrong
    int iterations = 0; // of an arm whose factor is 1
    double validationShare = 0; // whole patients, drawn by splitSeed;
    std::filesystem::path validationIds; // or a file of names;
    int folds = 0; // or cross-validation: the patients in so many parts, one of which validates
    std::uint64_t splitSeed = 1; // one split for every arm and seed

    // The part that validates in runs of this seed: seeds 1 to `folds` judge every patient once.
    int foldOf(std::uint64_t seed) const
    {
        return folds > 0 ? static_cast<int>(seed % static_cast<std::uint64_t>(folds)) : 0;
    }
};

// Arms in which something is looked at with the trained model, and on how many images at most.
struct PlanStudy {
    std::vector<std::string> arms;
    std::vector<int> steps; // of the kernel study
    int images = 40;
    int mostClicks = 20; // of the click study

    bool has(std::string_view arm) const;
};

// Time: arms of equal compute have their factor of iterations. Convergence: every arm has as many.
enum class Judging { Time, Convergence };

struct Plan {
    std::vector<PlanSet> sets;
    std::vector<const Arm*> arms;
    std::vector<std::uint64_t> seeds;
    std::string network = "tiny";
    int batch = 8;
    double rate = 1e-3;
    int steps = 3; // K of the table
    std::vector<int> stepCounts{1, 2, 3, 5, 10}; // of Dice(K)
    Judging judging = Judging::Time;
    PlanStudy kernels, clicks, corruptions, uncertainty, latents;

    int iterationsOf(const PlanSet& set, const Arm& arm) const;
};

// Sets are looked for in `sets`, lists of names beside the plan. Errors: NotFound, NotReadable,
// BadArgument: no JSON (with line and column), an unknown, missing or senseless value (with its
// place, as sets[0].iterations), an unknown arm (with the known ones), a set without its file where
// files are needed.
enum class SetFiles { Needed, NotNeeded };
Result<Plan> readPlan(const std::filesystem::path& path, const std::filesystem::path& sets,
                      SetFiles files = SetFiles::Needed);

} // namespace limn
