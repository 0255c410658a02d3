// The door to a segmentation model: all that the program knows of one. Implemented in model/diffusion
// (loaded at run time, segmenter_plugin.h) and by a fake in the tests.
#pragma once

#include "model/data/error.h"
#include "model/data/kernel.h"
#include "model/data/model_card.h"
#include "model/data/step.h"
#include "model/data/volume.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace limn {

struct SegmentRequest {
    SlicePtr slice; // modality values; channels as the model's card says (see adapted() below)
    int steps = 3;  // K, 1..100
    std::uint64_t seed = 0;
    Kernel kernel = Kernel::PosteriorMean;
};

// Called on the thread that called run(), once per denoising step, in order.
using StepSink = std::function<void(StepPtr)>;

struct DeviceInfo {
    std::string id;   // "cpu", "cuda:0"; what --device takes
    std::string name; // "CPU, 2 threads", "NVIDIA H100"
    std::size_t freeBytes = 0; // 0 for the CPU
};

class Segmenter {
public:
    virtual ~Segmenter() = default;
    virtual const ModelCard& card() const = 0;

    // Where it runs now: the requested device, or "cpu" after a full card made it move there.
    virtual std::string device() const = 0;

    // Blocks until the chain has ended or was stopped; returns the last step. Errors: Cancelled,
    // ChannelsMismatch, OutOfMemory, NotFinite (the steps already given stay good), BadArgument.
    // The same request on the same machine gives the same maps. Image features are kept for the last
    // slice, so that running it again costs only the steps.
    virtual Result<StepPtr> run(const SegmentRequest& request, std::stop_token stop,
                                const StepSink& onStep) = 0;
};

class SegmenterModule {
public:
    virtual ~SegmenterModule() = default;
    virtual std::vector<DeviceInfo> devices() = 0; // "cpu" is first and always there

    // Errors: NotFound, ModelDamaged, DeviceMissing, OutOfMemory.
    virtual Result<std::unique_ptr<Segmenter>> load(const std::filesystem::path& weights,
                                                    const std::string& device) = 0;
};

// The slice with the number of channels that a model wants: grey is repeated for a colour model, colour
// whose three channels are equal everywhere becomes grey (both lose nothing); else ChannelsMismatch.
Result<SlicePtr> adapted(const SlicePtr& slice, int channels);

} // namespace limn
