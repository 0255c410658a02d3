// What the model says: probability maps, and the report of one denoising step.
#pragma once

#include "model/data/label_table.h"
#include "model/data/size.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace limn {

// Float in [0, 1], class by class (0 = background), row by row. `size` may be smaller than the picture's
// (the model's grid): the map then covers the same rectangle, sampled at pixel centres.
struct ProbabilityMap {
    Size size;
    int classes = 0;
    std::vector<float> values;

    std::span<const float> of(int classIndex) const;
    bool isEmpty() const { return values.empty(); }
};

// One float a pixel; `size` as in ProbabilityMap.
struct ScalarMap {
    Size size;
    std::vector<float> values;
};

// How several chains of one run agree. All maps on the model's grid.
struct Spread {
    int chains = 0;
    ScalarMap expectedEntropy;   // mean over chains of H(P), 0..1 (divided by log C, as Step::entropy)
    ScalarMap mutualInformation; // H(mean P) - expectedEntropy, 0..1
    ProbabilityMap votes;        // share of chains whose likeliest class it is
    std::vector<std::vector<Label>> labels; // a chain each: its likeliest class a pixel
};

// One denoising step (method: "What comes out of every step"). Never changes.
struct Step {
    int index = 0; // 1..count
    int count = 0;
    double t = 1;  // time of the state that this step began with, 1 = pure noise
    ProbabilityMap posterior;  // on the picture's own grid, calibrated by the model's temperature
    ProbabilityMap semantic;   // this and all that follow: on the model's grid
    ProbabilityMap generative;
    ProbabilityMap state;      // the label decoder on the noisy latent, before this step
    ProbabilityMap finalState; // the same at t = 0; only in the last of `count` steps
    ScalarMap entropy;         // of the calibrated posterior, 0..1
    ScalarMap surprise;        // -log p(latent) minus its training mean, nats
    double changedShare = 0;   // share of pixels whose label changed since the previous step; 1st: 0
    bool isLast = false;       // of its run
    bool hasConverged = false; // last because nothing changed any more, before `count` was reached
    std::shared_ptr<const Spread> spread; // with several chains, else null
    double elapsedMs = 0;      // since the run began
    std::string device;        // "cpu", "cuda:0": where it was computed
    int threads = 0;           // of the CPU that took part; 0 not known
};
using StepPtr = std::shared_ptr<const Step>;

std::size_t bytesOf(const Step& step); // of its maps

} // namespace limn
