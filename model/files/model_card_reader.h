// The card of a model from its weights file's header; opens no LibTorch.
#pragma once

#include "model/data/error.h"
#include "model/data/model_card.h"

namespace limn {

// Metadata of a weights file: "limn.format" = "1", "limn.config" = JSON of the network's
// configuration (of which kind and evidence are read), "limn.card" = JSON of the card (title,
// modality, channels, input, spacingMm, trainedSize, nativeScale, classes, licence, researchOnly,
// temperature, validationDice). Errors: those of openSafetensors,
// ModelDamaged.
Result<ModelCard> readModelCard(const std::filesystem::path& weights);

// Every readable *.safetensors in the folders, by name; a name found twice is taken from the first
// folder.
std::vector<ModelCard> modelsIn(const std::vector<std::filesystem::path>& folders);

} // namespace limn
