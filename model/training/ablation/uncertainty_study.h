// Whether chains that disagree say where the mask is wrong (A11): uncertainty.csv.
#pragma once

#include "model/diffusion/model.h"
#include "model/training/ablation/judged_set.h"

namespace limn {

// `mode`: "ancestral", eta = 1; "sampled", with labels drawn in the chain too (kappa = 0.75).
// `chains`: how many make the mean map P. On the training grid, in nats a pixel: mutual
// information MI = H[P] - mean H of the chains, and entropy H[P]. AUROC: how well a pixel's value
// tells the wrong pixels from the right ones, over the whole picture and `near` the reference's
// foreground (within 1/16 of the side); empty where all are right or all wrong. Dice of P's mask;
// spread: SD of the chains' own Dice.
inline const std::vector<std::string> uncertaintyColumns{
    "mode",    "chains",   "Dice",          "spread",        "MI",
    "entropy", "AUROC MI", "AUROC entropy", "AUROC MI near", "AUROC entropy near"};

// Of 3, 5 and 10 chains, each beginning with the same ones, on the first plan.uncertainty.images
// images, K = plan.steps.
Result<CsvTable> studyUncertainty(const Model& model, const JudgedSet& set, const Plan& plan,
                                  const RunName& run);

} // namespace limn
