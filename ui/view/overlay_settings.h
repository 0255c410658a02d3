// What is drawn over the picture.
#pragma once

#include "ui/figure/colour_map.h"

namespace limn {

// Described in the table of displays (display_table.h).
enum class OverlayMode {
    Mask, // composed labels: fill and outline
    Who, // what a person decided in its colours, the model's part grey
    Probability, // label hue with alpha by probability
    Entropy, // doubt
    State, // what the chain holds, fading into the posterior
    Changed, // pixels that changed since the step before
    Winner, // the likeliest label alone, with alpha by its probability
    AnswerAlone, // as Probability, without what a person decided
    OneLabel, // the probability of one label, in a colour map
    Semantic,
    Generative,
    StateAlone, // what the chain holds
    Surprise,
    Decided, // the step from which the label no longer changes
    StepDifference,
    RunDifference, // to the last answer of the run before
    Votes,
    Disagreement, // mutual information of the chains
    ChainDoubt, // their expected entropy
};

struct OverlaySettings {
    OverlayMode mode = OverlayMode::Probability;
    double opacity = 0.6; // 0..1
    bool isVisible = true;
    bool hasLines = false; // of equal probability
    int soloLabel = 0; // seen full, all others faint, while a person points at its row; 0: none
    int classIndex = 0; // whose probability; 0: of the current label
    int stepA = 1, stepB = 0; // StepDifference: B - A; 0: the step that is shown
    ColourMap valueColours = ColourMap::Cividis;
    ColourMap doubtColours = ColourMap::Magma;

    bool operator==(const OverlaySettings&) const = default;
};

} // namespace limn
