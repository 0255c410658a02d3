// A chain's step as the program sees it.
#pragma once

#include "model/data/step.h"
#include "model/diffusion/chain.h"

namespace limn {

struct StepContext {
    int steps = 3;
    double temperature = 1; // of every probability that is shown
    Size pictureSize; // the posterior is brought to it
};

// `previousLabels` (the model's grid, or undefined at first) is replaced by this step's.
std::shared_ptr<Step> stepOf(const Model& model, const ChainStep& chainStep,
                             const StepContext& context, at::Tensor& previousLabels);

} // namespace limn
