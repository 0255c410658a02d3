// AdamW, the learning rate over time, and the running average of the weights.
#pragma once

#include "model/diffusion/model.h"

namespace limn {

// 100 iterations of warm-up, then `peak`.
double warmedUpRate(int iteration, double peak);

// 100 iterations of warm-up, then a cosine from `peak` to 1e-5.
double learningRate(int iteration, int iterations, double peak);

class AdamW {
public:
    explicit AdamW(const NamedTensors& parameters);

    // Clips the gradients to a global norm of 1, takes one step, clears them. Returns the norm
    // before.
    double step(double rate);

    NamedTensors state() const; // for checkpoints
    void setSteps(std::int64_t steps) { m_steps = steps; }

private:
    NamedTensors m_parameters;
    std::vector<at::Tensor> m_first, m_second;
    std::int64_t m_steps = 0;
};

// average <- average + (1 - decay) (current - average); what is not trained is copied.
void averageInto(const Model& average, const Model& current, std::int64_t iteration);

} // namespace limn
