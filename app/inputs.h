// What a command was given: images and folders of images, and a model by its name.
#pragma once

#include "io/import_client.h"
#include "model/segmenter.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace limn {

struct InputImage {
    std::filesystem::path image;
    std::string stem; // that its results' names begin with; no two are the same
    StackPtr stack = {}; // of a series; `image` is then its first file's by name

    ImageFiles files() const { return {image, stack}; }
};

// Each path, or the images in it where it is a folder or DICOMDIR. Errors: those of imagesIn.
Result<std::vector<InputImage>> inputImages(const std::vector<std::string>& paths);

// The weights of a model: a file, or a name in one of the folders of models. Error: ModelNotFound.
Result<std::filesystem::path> weightsOf(const std::string& name);

struct OpenedModel {
    std::unique_ptr<SegmenterModule> module;
    std::unique_ptr<Segmenter> segmenter; // goes before its module
};

// Opens the module and loads the weights. Errors: those of openSegmenterPlugin and load.
Result<OpenedModel> openModel(const std::filesystem::path& weights, const std::string& device);

} // namespace limn
