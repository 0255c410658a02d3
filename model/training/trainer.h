// One training iteration: an image branch and two decoder passes, the second on the model's own
// maps.
#pragma once

#include "model/training/augment.h"
#include "model/training/optimiser.h"
#include "model/training/packed_set.h"

namespace limn {

struct TrainerOptions {
    int iterations = 2500;
    int batch = 8;
    double rate = 1e-3;
    std::uint64_t seed = 0;
    bool isAugmented = true;
    int crop = 0; // side of a random window to train on, a multiple of 16; 0: the whole grid
    AugmentOptions augment;
    double ownMapShare = 0.8; // of samples whose second pass starts from the model's own map
    double mseWeight = 0.5; // of the denoised latent's mean square error
    double alignmentWeight = 0; // of -log p(denoised latent | true class) / channels
    double secondPassShare = 1; // of a batch's samples that have a second pass
    // Of the iterations, the first ones: the semantic module alone, as the control, with the label
    // encoder and decoder beside it. What follows has a learning rate and an optimiser of its own.
    double directShare = 0;
    bool isMixed = false; // bfloat16 in the image branch, where most of the arithmetic is
    bool isGenerativeOnly = false; // that error alone trains: no cross entropy, no Dice
};

struct IterationReport {
    double loss = 0;
    double dice = 0; // of the second pass on this batch
    double labelsGivenBack = 0; // share of pixels that the label encoder and decoder give back
    double gradientNorm = 0;
    double rate = 0;
};

// Of one iteration, before any gradient: what trains everything but the label encoder and decoder,
// what trains these two, and what is measured on the way.
struct IterationLosses {
    at::Tensor passes, reconstruction; // the second undefined where there is no label encoder
    double dice = 0;
    double labelsGivenBack = 0;
};

class Trainer {
public:
    // The images of `training` are on the training grid.
    Trainer(const NetworkConfig& config, const TrainerOptions& options,
            const std::vector<PackedImage>& training, at::Device device);

    // Everything random follows from the seed and the iteration's number, so that a resumed
    // training is the same as one that was never interrupted.
    IterationReport iterate(int iteration);

    // The part of iterate() that comes before the gradients; learns the mixture and the errors on
    // the way.
    IterationLosses losses(int iteration);

    Model& current() { return m_current; }
    const Model& average() const { return m_average; }
    NamedTensors state() const; // both models and the optimiser, for a checkpoint
    void resumeAt(int iteration) { m_optimiser.setSteps(stageAt(iteration).iteration); }

private:
    struct Batch {
        at::Tensor pictures, labels, oneHot;
    };
    struct Pass {
        std::vector<double> times;
        Decoded decoded;
        Posterior maps;
    };
    // A part of the training with a learning rate and an optimiser of its own.
    struct Stage {
        bool isDirect = false;
        int iteration = 0, iterations = 0; // within it
    };
    Stage stageAt(int iteration) const;
    double rateAt(int iteration) const;
    Batch batchOf(int iteration) const;
    TrainingPair pairOf(const PackedImage& image, const ColourScale& scale, Random& random) const;
    std::size_t imageFor(std::int64_t position) const;
    Pass passOf(const ImageFeatures& features, const at::Tensor& noisy, std::vector<double> times,
                const at::Tensor& evidence) const;
    Pass secondPass(const ImageFeatures& features, const Pass& first, const Batch& batch,
                    int iteration, at::Generator& noise) const;
    at::Tensor shownMaps(const at::Tensor& firstMaps, const Batch& batch, int iteration,
                         Random& random, at::Tensor& evidence) const;
    void learnErrors(const Pass& pass, const at::Tensor& clean);
    at::Tensor lossOf(const Pass& pass, const Batch& batch, const at::Tensor& clean) const;
    IterationLosses directLosses(const Batch& batch) const;
    IterationLosses codeLosses(const Batch& batch, at::Tensor& clean, at::Generator& noise);

    TrainerOptions m_options;
    std::vector<PackedImage> m_training;
    std::vector<std::size_t> m_withForeground;
    Model m_current, m_average;
    AdamW m_optimiser;
};

} // namespace limn
