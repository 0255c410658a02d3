// What is known of a model without opening LibTorch: its name, classes, input, licence, figures.
#pragma once

#include "model/data/label_table.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limn {

// What a model's channels are.
enum class InputKind {
    Grey,
    Colour,
    Neighbours, // of a stack: the slice before, the slice, the slice after (the edge repeats)
    Contrasts, // 2 to 4 volumes of one file (T1, T2, ...): the slice at the same place of each
};

inline bool isChannelCount(InputKind kind, int channels)
{
    if (kind == InputKind::Contrasts)
        return channels >= 2 && channels <= 4;
    return channels == (kind == InputKind::Grey ? 1 : 3);
}

inline std::string_view nameOf(InputKind kind)
{
    switch (kind) {
    case InputKind::Grey: return "grey";
    case InputKind::Colour: return "colour";
    case InputKind::Neighbours: return "neighbours";
    case InputKind::Contrasts: return "contrasts";
    }
    return "";
}

inline std::optional<InputKind> inputKindNamed(std::string_view name)
{
    for (const InputKind kind :
         {InputKind::Grey, InputKind::Colour, InputKind::Neighbours, InputKind::Contrasts})
        if (nameOf(kind) == name)
            return kind;
    return std::nullopt;
}

struct ModelCard {
    std::string name;    // the file's stem: "lungs"
    std::string title;   // "Lungs, chest X-ray"
    std::string modality; // "X-ray", "dermoscopy", ...
    std::string kind = "dssm"; // "dssm", or to compare: "control", "unet" (one pass, no diffusion)
    InputKind input = InputKind::Grey;
    int channels = 1;    // 1 grey, 3 colour or neighbours, 2 to 4 contrasts
    double spacingMm = 0; // in plane, that it was trained at; 0: any
    bool hasEvidence = false; // a person's strokes change what it says elsewhere
    int trainedSize = 128; // side of the square grid that it was trained on, px
    bool isNativeScale = false; // trained on pictures as they are: they are not resized to the grid
    std::vector<std::string> classes; // foreground names; class 0 is the background
    std::string licence; // of the training data and the weights
    bool isResearchOnly = false;
    double temperature = 1;
    double validationDice = 0; // foreground mean at K = 3 on the training grid; 0 unknown
    std::string sha256;  // of the file
    std::filesystem::path file;
};

} // namespace limn
