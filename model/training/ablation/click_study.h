// What a person's clicks are worth with a trained model (A12): clicks.csv.
#pragma once

#include "model/training/ablation/judged_set.h"

namespace limn {

// `mode`: "paint", the disks written into the mask and nothing else; "re-run", as the program does
// it (from t = 0.6, two steps). `outside`: share of the pixels that no disk covers and whose label
// is no longer that of 0 clicks. Dice: mean over classes, on the image's own grid.
inline const std::vector<std::string> clickColumns{"mode", "clicks", "Dice", "outside"};

// A robot clicks at the deepest place of the largest error of the mode's own mask, five times at
// least, until Dice is 0.95 or plan.clicks.mostClicks is reached; on the first plan.clicks.images
// images. `model` is the run's file.
Result<CsvTable> studyClicks(const std::filesystem::path& model, const std::string& device,
                             const JudgedSet& set, const Plan& plan, const RunName& run);

} // namespace limn
