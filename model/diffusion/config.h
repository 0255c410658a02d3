// The sizes and options of a network (docs/method.md, 2), and their JSON in a
// weights file.
#pragma once

#include "model/data/error.h"
#include "model/data/model_card.h"

#include <array>
#include <string>

namespace limn {

// Control: the same network trained directly, its latent 0, the semantic module alone, one pass.
// UNet: a plain U-Net, for comparison. Both are direct: one pass, no chain.
enum class NetworkKind { Dssm, Control, UNet };

// How the maps of both modules are joined. Unbounded: the plain product, trust fixed at 0.1. Off:
// the posterior is the semantic module's map. Generative: p(z|c) p(c) alone, no semantic module.
enum class BayesRule { Bounded, Unbounded, Off, Generative };

// Concatenation: concatenation and one 1x1 convolution. Untimed: the gate does not see the time.
// NoLabelFeatures: the semantic module sees the image alone. NoGuidance: the generative module sees
// the noisy latent and strokes alone.
enum class FusionForm { Full, Concatenation, Untimed, NoLabelFeatures, NoGuidance };

// AfterGenerative: the semantic module reads a second fusion, of the image and the denoised latent.
enum class SemanticInput { Fused, AfterGenerative };

// The generative likelihood: p(z|c) of the mixture, or the label decoder's p(c|z) / p(c).
enum class LatentDensity { Mixture, Decoder };

// How a picture's values are brought to the network's range.
enum class InputScaling {
    ByChannels, // grey by the picture's own mean and deviation, colour by the training set's
    Own, // by its own, all channels together: neighbouring slices
    Each, // each channel by its own: contrasts
};

InputScaling scalingOf(InputKind input);

enum class NoiseSchedule { Cosine, Linear };

struct NetworkConfig {
    NetworkKind kind = NetworkKind::Dssm;
    BayesRule bayes = BayesRule::Bounded;
    FusionForm fusion = FusionForm::Full;
    SemanticInput semanticInput = SemanticInput::Fused;
    LatentDensity density = LatentDensity::Mixture;
    NoiseSchedule schedule = NoiseSchedule::Cosine;
    InputScaling scaling = InputScaling::ByChannels;
    int channels = 1; // of the picture: 1 to 4
    int classes = 2; // with the background
    std::array<int, 4> widths{24, 48, 96, 160}; // image branch at H/2, H/4, H/8, H/16
    std::array<int, 4> blocks{1, 1, 2, 2}; // residual blocks there
    int fineWidth = 8; // full-resolution image features
    int pixelWidth = 32; // half-resolution image features; label features for the semantic module
    int featureWidth = 16; // pixel features that the linear classifier sees
    int latent = 16; // channels of the label latent
    int components = 3; // of the mixture, per class
    int fusionWidth = 64;
    int bottomWidth = 96; // generative module at H/8
    int generatorBlocks = 1;
    int timeWidth = 128;
    int labelWidth = 32;
    bool evidence = true; // has an input for a person's strokes
    double inputScale = 0.3; // b: the latent's scale in the forward process

    bool operator==(const NetworkConfig&) const = default;
};

// One pass from image to mask: no latent, no chain, no use for strokes.
bool isDirect(const NetworkConfig& config);

// "tiny" (tests), "small" (the models that come with the program) or "base"; BadArgument otherwise.
Result<NetworkConfig> namedConfig(const std::string& name, int channels, int classes);

// Options at their default are left out, as in files from before there were options.
std::string toJson(const NetworkConfig& config);

// A configuration that asks for absurd sizes or an unknown option is ModelDamaged.
Result<NetworkConfig> configFromJson(const std::string& json);

} // namespace limn
