// The door to a segmentation model: all that the program knows of one. Implemented in
// model/diffusion (loaded at run time, segmenter_plugin.h) and by a fake in the tests.
#pragma once

#include "model/data/error.h"
#include "model/data/kernel.h"
#include "model/data/label_layers.h"
#include "model/data/model_card.h"
#include "model/data/step.h"
#include "model/data/volume.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace limn {

// What a person has said of a slice: a class a pixel (0 background), 255 where nothing was said;
// `size` is the slice's.
struct Evidence {
    Size size;
    std::vector<Label> classes;

    bool operator==(const Evidence&) const = default;
};
using EvidencePtr = std::shared_ptr<const Evidence>;

// Starts the chain in its middle, from what a run without evidence said: P = semantic x generative
// of `from`, with the evidence written in, noised to time `t`. The same seed gives the same noise.
struct Restart {
    StepPtr from; // a step of the same slice and model, of a run without evidence
    double t = 0.6; // in (0, 1]; lower is more conservative
};
inline constexpr int restartSteps = 2; // enough for a correction

struct SegmentRequest {
    SlicePtr slice; // modality values; channels as the model's card says (see inputOf() below)
    int steps = 3; // K, 1..100 (of a restart: the steps that are left)
    std::uint64_t seed = 0;
    Kernel kernel = Kernel::PosteriorMean;
    int chains =
        1; // R, 1..16: more than one fills Step::spread, and the maps are the chains' means
    double labelSampling = 0; // kappa of method 3.12: 0 off, 0.5..1 makes chains differ more
    bool hasEarlyStop =
        false; // ends the run when fewer than 0.02 % of pixels changed (from step 2)
    std::vector<double> priorRatio =
        {}; // pi_use / pi_train, a class each (0 = background); empty: 1
    std::vector<SlicePtr> inputs =
        {}; // of inputSlices(), while `slice` is not yet the model's input
    EvidencePtr evidence = {}; // clamped at every step and given to the network; null: none
    std::optional<Restart> restart = {};
};

// Called on the thread that called run(), once per denoising step, in order.
using StepSink = std::function<void(StepPtr)>;

struct DeviceInfo {
    std::string id; // "cpu", "cuda:0"; what --device takes
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
    // The same request on the same machine gives the same maps. Image features are kept for the
    // last slice, so that running it again costs only the steps.
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

// The slices that make a model's input, in the order of its channels; for a model of single
// pictures the slice alone. Neighbours: the one before, the slice, the one after; where there is
// none (at the stack's ends, in a cine) the slice itself. Contrasts: the slice at the same place of
// each volume; the slice alone where the file has not as many volumes as the model has channels.
std::vector<int> inputSlices(const Volume& volume, int slice, const ModelCard& card);

// The request's slice and inputs, as far as they are read.
void setSlices(SegmentRequest& request, const Volume& volume, int slice, const ModelCard& card);

// The channels that a model wants, of the slices that inputSlices() names. Grey is repeated for a
// colour model, colour whose three channels are equal everywhere becomes grey (both lose nothing).
// Of neighbours, one that is null or of another size is stood in for by the slice in the middle.
// Errors: ChannelsMismatch (colour, or another number of volumes than the model wants), BadData
// (contrasts of several sizes).
Result<SlicePtr> inputOf(const std::vector<SlicePtr>& slices, const ModelCard& card);

} // namespace limn
