// How much worse a trained model is on pictures that are worse (A9), and whether its surprise says
// so (A2): corruptions.csv.
#pragma once

#include "model/diffusion/model.h"
#include "model/training/ablation/judged_set.h"

#include <array>

namespace limn {

// Noise of 0.3 and 0.6 of the picture's deviation and half the contrast, both after the picture was
// scaled for the network; gamma before. "clean" is the picture as it is.
inline constexpr std::array corruptionNames{"clean",     "noise-0.3", "noise-0.6",
                                            "gamma-0.7", "gamma-1.5", "contrast-0.5"};

// Dice on the training grid, mean over classes; `surprise`: mean over the picture, nats, empty of a
// direct model. Of the pixel features that the linear classifier sees, empty of a U-Net: `cosine`:
// between a class's mean on this picture and on the clean one; mean over the classes that the
// reference has; `Fisher`: tr S_B / tr S_W, between and within those classes.
inline const std::vector<std::string> corruptionColumns{"corruption", "steps",  "Dice",
                                                        "surprise",   "cosine", "Fisher"};

// On every judged image.
Result<CsvTable> studyCorruptions(const Model& model, const JudgedSet& set, const Plan& plan,
                                  const RunName& run);

} // namespace limn
