// Every figure of a run's maps, image by image: scores.csv.
#pragma once

#include "model/diffusion/model.h"
#include "model/training/ablation/judged_set.h"

namespace limn {

// `map` is "posterior" or "semantic" (of the same run), `steps` its K (1 of a direct model).
// Figures on the image's own grid; NLL and ECE around the foreground, at temperature 1 and at the
// one that was best for the other half of the patients (none is chosen on the image it is used on).
inline const std::vector<std::string> scoreColumns{
    "map",      "steps", "class", "Dice", "IoU", "Precision",   "Recall", "HD95",  "HD95-max",
    "HD95-pen", "TP",    "FP",    "FN",   "NLL", "temperature", "ECE",    "NLL-T", "ECE-T"};

struct MapScores {
    CsvTable table; // imageTable(scoreColumns)
    double meanIouAll =
        0; // of the posterior at K = plan.steps: all pixels together, background too
    double dice = 0; // of the same, mean over images and classes
};

Result<MapScores> scoreMaps(const Model& model, const JudgedSet& set, const Plan& plan,
                            const RunName& run);

} // namespace limn
