// What is drawn over the picture.
#pragma once

namespace limn {

enum class OverlayMode {
    Mask,        // composed labels: fill and outline
    Probability, // label hue with alpha by probability
    Entropy,     // doubt, magma
    State,       // what the chain holds, fading into the posterior
    Changed,     // pixels that changed since the step before
};

enum class OverlayMap { Posterior, Semantic, Generative };

struct OverlaySettings {
    OverlayMode mode = OverlayMode::Probability;
    OverlayMap map = OverlayMap::Posterior;
    double opacity = 0.6; // 0..1
    bool isVisible = true;

    bool operator==(const OverlaySettings&) const = default;
};

} // namespace limn
