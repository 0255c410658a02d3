// `limn-train fit`: trains a model on a packed set, with validation, checkpoints and resuming.
#pragma once

#include "model/training/trainer.h"

#include <filesystem>

namespace limn {

struct FitOptions {
    std::filesystem::path set, output;
    std::string network = "small";
    std::string arm = "full"; // of arms.h
    std::filesystem::path from; // a model whose weights to begin with, where they fit
    std::string device = "cpu";
    int side = 128; // of the training grid, a multiple of 16
    int threads = 1;
    int validateEvery = 500;
    int checkpointEvery = 250;
    bool isResumed = false;
    bool hasEvidence = true;
    double validationShare = 0.2;
    std::filesystem::path validationIds; // instead of the share
    std::string title, modality, licence;
    bool isResearchOnly = false;
    bool isNativeScale = false; // for the card: pictures are not resized to the grid
    std::string command; // as typed, for the card
    TrainerOptions trainer;
};

// Blocks until the training has ended or the process was asked to stop (SIGINT, SIGTERM: it then
// writes a checkpoint first). Writes the model, and beside it NAME.training.txt,
// NAME.validation.txt, NAME.curve.csv and, until the end, NAME.checkpoint.safetensors. Prints a
// progress line.
Result<void> fit(FitOptions options);

} // namespace limn
