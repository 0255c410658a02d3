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
    std::vector<at::Tensor> squares;
    for (const auto& [name, tensor] : m_parameters)
        if (tensor.grad().defined())
            squares.push_back(tensor.grad().square().sum());
    const double norm = std::sqrt(at::stack(squares).sum().item<double>());
    const double scale = std::min(1.0, largestNorm / (norm + 1e-6));
    ++m_steps;
    const double correction1 = 1 - std::pow(beta1, static_cast<double>(m_steps));
    const double correction2 = 1 - std::pow(beta2, static_cast<double>(m_steps));
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        at::Tensor tensor = m_parameters[i].second;
        if (!tensor.grad().defined())
            continue;
        const at::Tensor gradient = tensor.grad() * scale;
        const double own = rate * (isBayes(m_parameters[i].first) ? bayesSpeed : 1);
        if (decays(m_parameters[i].first))
            tensor.mul_(1 - own * weightDecay);
        m_first[i].lerp_(gradient, 1 - beta1);
        m_second[i].mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        const at::Tensor deviation = (m_second[i] / correction2).sqrt_().add_(epsilon);
        tensor.addcdiv_(m_first[i], deviation, -own / correction1);
        tensor.mutable_grad() = at::Tensor();
    }
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
    for (std::size_t i = 0; i < to.size(); ++i) {
        at::Tensor target = to[i].second;
        if (from[i].second.requires_grad())
            target.lerp_(from[i].second, 1 - decay);
        else
            target.copy_(from[i].second);
    }
}

} // namespace limn
