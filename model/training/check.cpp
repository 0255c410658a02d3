#include "model/diffusion/devices.h"
#include "model/diffusion/dssm_segmenter.h"
#include "model/training/evaluate.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace limn {
namespace {

constexpr double tolerance = 1e-4; // on probabilities
constexpr int warmRuns = 3;

// Bright and dark discs on a slope: something with borders for any model.
SlicePtr madePicture(int side, int channels)
{
    auto slice = std::make_shared<Slice>();
    slice->size = {side, side};
    slice->channels = channels;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double u = static_cast<double>(x) / side, v = static_cast<double>(y) / side;
            const bool isLeft = std::hypot(u - 0.3, v - 0.5) < 0.2,
                       isRight = std::hypot(u - 0.7, v - 0.5) < 0.18;
            const double value =
                150 + 60 * u - 40 * v - (isLeft || isRight ? 90 : 0) + 5 * std::sin(40 * u * v);
            for (int c = 0; c < channels; ++c)
                slice->values.push_back(static_cast<float>(value - 12 * c));
        }
    return slice;
}

double largestDifference(const std::vector<float>& a, const std::vector<float>& b)
{
    double largest = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, static_cast<double>(std::abs(a[i] - b[i])));
    return largest;
}

double largestDifference(const Step& a, const Step& b)
{
    return std::max({largestDifference(a.posterior.values, b.posterior.values),
                     largestDifference(a.semantic.values, b.semantic.values),
                     largestDifference(a.generative.values, b.generative.values),
                     largestDifference(a.state.values, b.state.values),
                     largestDifference(a.finalState.values, b.finalState.values),
                     largestDifference(a.entropy.values, b.entropy.values)});
}

Result<std::vector<StepPtr>> stepsOf(Segmenter& segmenter, const SegmentRequest& request)
{
    std::vector<StepPtr> steps;
    const auto last =
        segmenter.run(request, {}, [&steps](StepPtr step) { steps.push_back(std::move(step)); });
    if (!last)
        return std::unexpected(last.error());
    return steps;
}

// With the image branch (a new picture), then without (the same picture again), the best of a few.
Result<void> printTimes(Segmenter& segmenter, int side, int steps)
{
    double whole = INFINITY, again = INFINITY;
    for (int i = 0; i < warmRuns; ++i) {
        const SegmentRequest request{madePicture(side, segmenter.card().channels), steps, 0,
                                     Kernel::PosteriorMean};
        for (double* const time : {&whole, &again}) {
            const auto done = stepsOf(segmenter, request);
            if (!done)
                return std::unexpected(done.error());
            *time = std::min(*time, done->back()->elapsedMs);
        }
    }
    std::printf("%s: %d steps with image features %.1f ms, without %.1f ms (%.1f ms a step)\n",
                segmenter.device().c_str(), steps, whole, again, again / steps);
    return {};
}

Result<double> compare(Segmenter& reference, Segmenter& other, const SegmentRequest& request)
{
    const auto expected = stepsOf(reference, request);
    const auto found = stepsOf(other, request);
    if (!expected || !found)
        return std::unexpected(expected ? found.error() : expected.error());
    double worst = 0;
    for (std::size_t k = 0; k < expected->size(); ++k) {
        const double difference = largestDifference(*(*expected)[k], *(*found)[k]);
        std::printf("  step %zu of %d: largest difference %.2e\n", k + 1, request.steps,
                    difference);
        worst = std::max(worst, difference);
    }
    return worst;
}

} // namespace

Result<void> check(const CheckOptions& options)
{
    at::set_num_threads(options.threads);
    for (const DeviceInfo& device : devices())
        std::printf("%s: %s, %zu MB free\n", device.id.c_str(), device.name.c_str(),
                    device.freeBytes >> 20);
    auto onCpu = loadSegmenter(options.model, "cpu");
    auto onDevice = loadSegmenter(options.model, options.device);
    if (!onCpu || !onDevice)
        return std::unexpected(onCpu ? onDevice.error() : onCpu.error());
    const int side = (*onCpu)->card().trainedSize;
    double worst = 0;
    for (const auto& [steps, kernel] :
         {std::pair{3, Kernel::PosteriorMean}, {10, Kernel::Ancestral}}) {
        std::printf("%d steps, %s kernel, %s against cpu\n", steps,
                    kernel == Kernel::Ancestral ? "ancestral" : "posterior mean",
                    options.device.c_str());
        const auto difference = compare(
            **onCpu, **onDevice, {madePicture(side, (*onCpu)->card().channels), steps, 1, kernel});
        if (!difference)
            return std::unexpected(difference.error());
        worst = std::max(worst, *difference);
    }
    for (const auto* segmenter : {&*onCpu, &*onDevice})
        for (const int steps : {3, 10})
            if (auto printed = printTimes(**segmenter, side, steps); !printed)
                return printed;
    if (worst > tolerance)
        return fail(ErrorCode::Internal, options.device,
                    "maps differ by more than 1e-4 from the CPU's");
    std::printf("all maps within %.0e of the CPU's (largest %.2e)\n", tolerance, worst);
    return {};
}

} // namespace limn
