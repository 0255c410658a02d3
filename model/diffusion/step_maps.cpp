#include "model/diffusion/step_maps.h"

#include "model/diffusion/schedule.h"

#include <cmath>

namespace limn {
namespace {

std::vector<float> valuesOf(const at::Tensor& tensor)
{
    const at::Tensor plain = tensor.to(at::kCPU, at::kFloat).contiguous();
    const float* const begin = plain.const_data_ptr<float>();
    return {begin, begin + plain.numel()};
}

Size sizeOf(const at::Tensor& tensor)
{
    return {static_cast<int>(tensor.size(-1)), static_cast<int>(tensor.size(-2))};
}

ProbabilityMap mapOf(const at::Tensor& probabilities)
{
    return {sizeOf(probabilities), static_cast<int>(probabilities.size(1)),
            valuesOf(probabilities)};
}

ScalarMap scalarOf(const at::Tensor& values)
{
    return {sizeOf(values), valuesOf(values)};
}

at::Tensor onPicture(const at::Tensor& probabilities, Size size)
{
    const at::Tensor plain = probabilities.to(at::kCPU).contiguous();
    return at::upsample_bilinear2d(plain, {size.height, size.width}, false);
}

double changedShare(const at::Tensor& labels, const at::Tensor& previous)
{
    return previous.defined() ? (labels != previous).to(at::kFloat).mean().item<double>() : 0;
}

void addLatentMaps(Step& step, const Model& model, const ChainStep& chainStep,
                   const StepContext& context)
{
    const Network& network = model.network;
    const at::Tensor generative = chainStep.maps.logGenerative.exp();
    const at::Tensor usual = model.statistics.surprise[timeBin(chainStep.t)];
    step.generative =
        mapOf(generative.sizes() == chainStep.maps.logPosterior.sizes() ? generative
                                                                        : upsampled(generative, 4));
    step.state = mapOf(at::softmax(network.decodedState(chainStep.before, chainStep.t), 1));
    if (chainStep.index == context.steps)
        step.finalState = mapOf(at::softmax(network.decodedState(chainStep.after, 0), 1));
    step.surprise = scalarOf(upsampled((chainStep.maps.surprise - usual).unsqueeze(1), 4));
}

} // namespace

std::shared_ptr<Step> stepOf(const Model& model, const ChainStep& chainStep,
                             const StepContext& context, at::Tensor& previousLabels)
{
    const auto classes = static_cast<double>(model.network.config.classes);
    const at::Tensor logCalibrated =
        at::log_softmax(chainStep.maps.logPosterior / context.temperature, 1);
    const at::Tensor calibrated = logCalibrated.exp();
    const at::Tensor labels = chainStep.maps.logPosterior.argmax(1);

    auto step = std::make_shared<Step>();
    step->index = chainStep.index;
    step->count = context.steps;
    step->t = chainStep.t;
    step->posterior = mapOf(onPicture(calibrated, context.pictureSize));
    step->semantic = mapOf(chainStep.maps.logSemantic.exp());
    if (!isDirect(model.network.config))
        addLatentMaps(*step, model, chainStep, context);
    step->entropy = scalarOf(-(calibrated * logCalibrated).sum(1) / std::log(classes));
    step->changedShare = changedShare(labels, previousLabels);
    step->isLast = chainStep.index == context.steps;
    step->device = model.device().str();
    previousLabels = labels;
    return step;
}

} // namespace limn
