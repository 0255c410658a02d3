// The sizes of a DSSM network (docs/architecture.md, "The network"), and their JSON in a weights
// file.
#pragma once

#include "model/data/error.h"

#include <array>
#include <string>

namespace limn {

struct NetworkConfig {
    int channels = 1; // of the picture: 1 or 3
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

// "tiny" (tests), "small" (the models that come with the program) or "base"; BadArgument otherwise.
Result<NetworkConfig> namedConfig(const std::string& name, int channels, int classes);

std::string toJson(const NetworkConfig& config);

// Bounded: a configuration that asks for absurd sizes is ModelDamaged.
Result<NetworkConfig> configFromJson(const std::string& json);

} // namespace limn
