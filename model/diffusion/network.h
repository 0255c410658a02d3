// The DSSM network: image branch, label encoder and decoder, Feature Fusion Module, generative and
// semantic module. The same code trains and infers.
#pragma once

#include "model/diffusion/config.h"
#include "model/diffusion/layers.h"
#include "model/diffusion/unet.h"

namespace limn {

// What the image branch gives, computed once for an image: at H, H/2 and H/4. A U-Net has the first
// alone.
struct ImageFeatures {
    at::Tensor fine, pixel, coarse;
};

struct ImageBranch {
    Convolution fine, stem;
    std::vector<ResidualBlock> level1, level2, level3, level4;
    Convolution down1, down2, down3;
    Attention attention;
    ResidualBlock up3, up2, up1;

    ImageBranch(Parameters& parameters, const NetworkConfig& config);
    ImageFeatures operator()(const at::Tensor& image) const;
};

// Probability map (one-hot or soft) to label latent; per cell mean 0 and variance 1 over channels.
struct LabelEncoder {
    Convolution conv1, conv2, conv3;

    LabelEncoder(Parameters& parameters, const NetworkConfig& config);
    at::Tensor operator()(const at::Tensor& probabilities) const;
};

// Label latent to class scores at full size: trains the encoder, and shows the chain's state.
struct LabelDecoder {
    Convolution conv1, conv2;

    LabelDecoder(Parameters& parameters, const NetworkConfig& config);
    at::Tensor operator()(const at::Tensor& latent) const;
};

struct TimeEmbedding {
    Linear linear1, linear2;

    TimeEmbedding(Parameters& parameters, const NetworkConfig& config);
    at::Tensor operator()(const at::Tensor& t) const; // B times in [0, 1] to B x timeWidth
};

// What the fusion gives: label features for the semantic module, guidance for the generative one.
// The same tensor, but where the configuration keeps the image from the generative module.
struct Fused {
    at::Tensor forSemantic, forGenerative;
};

struct FusionModule {
    bool isTimed = true;
    Convolution mix;
    Part<Convolution> local;
    Part<GroupNorm> norm;
    Part<Linear> gate1, gate2;
    Part<Convolution> imagePath;
    Part<Convolution> unguided; // the generative module's input without the image

    FusionModule(Parameters& parameters, const NetworkConfig& config);
    Fused operator()(const at::Tensor& coarse, const at::Tensor& noisy, const at::Tensor& evidence,
                     const at::Tensor& time) const;
};

struct GenerativeModule {
    std::vector<ResidualBlock> down;
    Convolution shrink;
    std::vector<ResidualBlock> bottom;
    Attention attention;
    ResidualBlock up;
    Convolution out;

    GenerativeModule(Parameters& parameters, const NetworkConfig& config);
    at::Tensor operator()(const at::Tensor& fused, const at::Tensor& time) const;
};

struct SemanticModule {
    Part<Convolution> labelPath;
    Convolution mix;
    ResidualBlock block;
    Convolution head, feature;
    GroupNorm norm;
    Convolution classifier;

    SemanticModule(Parameters& parameters, const NetworkConfig& config);
    at::Tensor pixelFeatures(const at::Tensor& fused, const ImageFeatures& features) const;
};

// One decoder pass: class scores of the semantic module (H x W), the denoised latent (H/4 x W/4)
// and the pixel features that the linear classifier sees (H x W); undefined in a network without
// such a module.
struct Decoded {
    at::Tensor semanticScores, latent, pixelFeatures;
};

inline constexpr double initialTrust = 0.1; // weight of the generative evidence

struct Network {
    NetworkConfig config;
    Parameters parameters;
    Part<ImageBranch> imageBranch;
    Part<LabelEncoder> encoder;
    Part<LabelDecoder> decoder;
    Part<TimeEmbedding> timeEmbedding;
    Part<FusionModule> fusion;
    Part<GenerativeModule> generative;
    Part<SemanticModule> semantic;
    Part<UNet> unet;
    at::Tensor trust; // before softplus: weight of the generative evidence, one a time bin
    at::Tensor contamination; // before the sigmoid: share of a flat likelihood, one a time bin

    Network(const NetworkConfig& networkConfig, std::uint64_t seed, at::Device device);

    // What every pass over an image shares, whatever the kind of network.
    ImageFeatures featuresOf(const at::Tensor& image) const;

    // `noisy` is z_t itself; `times` one t a sample; `evidence` B x classes x H/4 x W/4 or
    // undefined. A direct network looks at the features alone.
    Decoded decode(const ImageFeatures& features, const at::Tensor& noisy,
                   const std::vector<double>& times, const at::Tensor& evidence) const;

    // The semantic module alone, as at t = 1 with a latent of 0 and no strokes.
    Decoded decodeDirectly(const ImageFeatures& features) const;

    // Class scores of label latents by the label decoder, whose weights then have no gradient.
    at::Tensor latentScores(const at::Tensor& latent) const;

    // The decoder's class scores of a chain's state at time t.
    at::Tensor decodedState(const at::Tensor& noisy, double t) const;
};

} // namespace limn
