#include "model/training/optimiser.h"

#include <cmath>
#include <numbers>

namespace limn {
namespace {

constexpr int warmUp = 100;
constexpr double lowestRate = 1e-5;
constexpr double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
constexpr double weightDecay = 1e-2;
constexpr double largestNorm = 1;
constexpr double bayesSpeed = 10; // trust and contamination learn this much faster
constexpr double slowestAverage = 0.995;

bool isBayes(const std::string& name)
{
    return name.starts_with("bayes.");
}

// Not the norms, and not the two that weigh the generative evidence.
bool decays(const std::string& name)
{
    return !isBayes(name) && name.find("norm") == std::string::npos;
}

} // namespace

double warmedUpRate(int iteration, double peak)
{
    return iteration < warmUp ? peak * (iteration + 1) / warmUp : peak;
}

double learningRate(int iteration, int iterations, double peak)
{
    if (iteration < warmUp)
        return warmedUpRate(iteration, peak);
    const double share = static_cast<double>(iteration - warmUp) / std::max(1, iterations - warmUp);
    return lowestRate
        + (peak - lowestRate) * 0.5 * (1 + std::cos(std::numbers::pi * std::min(1.0, share)));
}

AdamW::AdamW(const NamedTensors& parameters)
    : m_parameters(parameters)
{
    for (const auto& [name, tensor] : m_parameters) {
        m_first.push_back(at::zeros_like(tensor));
        m_second.push_back(at::zeros_like(tensor));
    }
}

double AdamW::step(double rate)
{
    const at::NoGradGuard noGradient;
    std::vector<at::Tensor> parameters, decaying, gradients, first, second;
    std::vector<at::Scalar> rates;
    ++m_steps;
    const double correction1 = 1 - std::pow(beta1, static_cast<double>(m_steps));
    const double correction2 = 1 - std::pow(beta2, static_cast<double>(m_steps));
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const auto& [name, tensor] = m_parameters[i];
        if (!tensor.grad().defined())
            continue;
        parameters.push_back(tensor);
        gradients.push_back(tensor.grad());
        first.push_back(m_first[i]);
        second.push_back(m_second[i]);
        rates.emplace_back(-rate * (isBayes(name) ? bayesSpeed : 1) / correction1);
        if (decays(name))
            decaying.push_back(tensor);
        tensor.mutable_grad() = at::Tensor();
    }
    const double norm =
        at::linalg_vector_norm(at::stack(at::_foreach_norm(gradients))).item<double>();
    at::_foreach_mul_(gradients, std::min(1.0, largestNorm / (norm + 1e-6)));
    at::_foreach_mul_(decaying, 1 - rate * weightDecay);
    at::_foreach_lerp_(first, gradients, 1 - beta1);
    at::_foreach_mul_(second, beta2);
    at::_foreach_addcmul_(second, gradients, gradients, 1 - beta2);
    std::vector<at::Tensor> deviations = at::_foreach_div(second, correction2);
    at::_foreach_sqrt_(deviations);
    at::_foreach_add_(deviations, epsilon);
    at::_foreach_addcdiv_(parameters, first, deviations, rates);
    return norm;
}

NamedTensors AdamW::state() const
{
    NamedTensors all;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        all.emplace_back("first." + m_parameters[i].first, m_first[i]);
        all.emplace_back("second." + m_parameters[i].first, m_second[i]);
    }
    return all;
}

void averageInto(const Model& average, const Model& current, std::int64_t iteration)
{
    const at::NoGradGuard noGradient;
    const double n = static_cast<double>(iteration);
    const double decay = std::min(slowestAverage, (1 + n) / (10 + n));
    const NamedTensors to = average.tensors(), from = current.tensors();
    std::vector<at::Tensor> learnt, targets;
    for (std::size_t i = 0; i < to.size(); ++i) {
        at::Tensor target = to[i].second;
        if (from[i].second.requires_grad()) {
            learnt.push_back(from[i].second);
            targets.push_back(target);
        } else {
            target.copy_(from[i].second);
        }
    }
    at::_foreach_lerp_(targets, learnt, 1 - decay);
}

} // namespace limn
