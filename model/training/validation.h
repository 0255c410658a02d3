// How good a model is on images that it was not trained on, on the training grid.
#pragma once

#include "model/diffusion/model.h"
#include "model/training/packed_set.h"

namespace limn {

struct ValidationReport {
    double diceOneStep = 0; // mean over images and foreground classes, K = 1
    double diceThreeSteps = 0; // K = 3, the default
    double temperature = 1; // that makes the three-step map's likelihood best: 1.0, 1.1, ... 2.5
    double likelihood = 0; // mean negative log likelihood at that temperature, nats a pixel
};

// Images on the training grid; the same start noise each time.
ValidationReport validate(const Model& model, const std::vector<PackedImage>& images);

} // namespace limn
