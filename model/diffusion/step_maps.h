// A step of one chain, or of several, as the program sees it.
#pragma once

#include "model/data/step.h"
#include "model/diffusion/chain.h"
#include "model/diffusion/picture_grid.h"
#include "model/segmenter.h"

namespace limn {

// What a step of one chain says, B = 1: of one window while the chain moves, then of the picture.
// Of a direct network the posterior and the semantic map alone.
struct ChainMaps {
    at::Tensor posterior; // log P with priors, at the model's temperature, without strokes
    at::Tensor semantic, generative, state; // logarithms too
    at::Tensor surprise;
    bool isFinite = true; // and so is the latent
};

// `chain` has just given `step`. `logPriorRatio` as in ChainOptions.
ChainMaps mapsOf(const Model& model, const ChainStep& step, const at::Tensor& logPriorRatio,
                 double temperature);

// log of the decoded state at t = 0: what the chain has come to.
at::Tensor finalStateOf(const Model& model, const Chain& chain);

// Log maps of all windows to the picture's.
at::Tensor joinedLogs(const std::vector<at::Tensor>& windows, const PictureGrid& grid);
ChainMaps joinedMaps(std::span<const ChainMaps> windows, const PictureGrid& grid);

// B = 1 log maps of several chains to their mean.
ProbabilityMap meanMap(const std::vector<at::Tensor>& logs);

struct StepContext {
    PictureGrid grid;
    at::Tensor strokes; // on the padded grid, or undefined
    EvidencePtr evidence; // the same on the picture, or null
};

// The maps of a step, the chains' means; with several their spread. `previousLabels` (on the
// model's grid, undefined at first) is replaced by this step's.
std::shared_ptr<Step> stepOf(std::span<const ChainMaps> chains, const StepContext& context,
                             at::Tensor& previousLabels);

// The likeliest class a pixel of each chain: the part of the spread that the last step alone has.
std::vector<std::vector<Label>> labelsOf(std::span<const ChainMaps> chains,
                                         const StepContext& context);

} // namespace limn
