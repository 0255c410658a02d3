// The moves of the chain with one trained model (A4): kernels.csv.
#pragma once

#include "model/diffusion/model.h"
#include "model/training/ablation/judged_set.h"

namespace limn {

// Each kernel with and without projection. Dice on the training grid, mean over classes; `changed`:
// share of pixels whose label the last step changed; `offset`: mean square distance of the code of
// the last map to the label's.
inline const std::vector<std::string> kernelColumns{"kernel", "projected", "steps",
                                                    "Dice",   "changed",   "offset"};

// For each of plan.kernels.steps, on the first plan.kernels.images images.
Result<CsvTable> studyKernels(const Model& model, const JudgedSet& set, const Plan& plan,
                              const RunName& run);

} // namespace limn
