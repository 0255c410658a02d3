// How good a model is on images that it was not trained on, on the training grid.
#pragma once

#include "model/diffusion/weights.h"
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

// Writes the model of the file once more with float16 weights, unless its three-step Dice would
// fall by more than 0.0005 below `dice`. Returns the Dice with float16 weights. Errors: those of
// loadModel and writeModel.
Result<double> storeAsHalf(const std::filesystem::path& path, const Metadata& metadata,
                           const std::vector<PackedImage>& images, double dice, at::Device device);

} // namespace limn
