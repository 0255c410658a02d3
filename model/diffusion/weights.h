// Models as safetensors files: tensors by name, the network's configuration and the card in the
// header.
#pragma once

#include "model/diffusion/model.h"
#include "model/files/safetensors.h"

#include <filesystem>
#include <map>
#include <string>

namespace limn {

using Metadata = std::map<std::string, std::string>;

// In a Half file the network's parameters are float16; what was learnt beside it stays float32.
enum class Precision { Single, Half };

// Both write durably, replacing. Errors: those of writeSafetensors.
Result<void> writeTensors(const std::filesystem::path& path, const NamedTensors& tensors,
                          const Metadata& metadata);
Result<void> writeModel(const std::filesystem::path& path, const Model& model, Metadata metadata,
                        Precision precision);

// Copies the file's tensors into `targets`. ModelDamaged when one is missing, of another shape or
// type, or holds a value that is not finite.
Result<void> fillTensors(const NamedTensors& targets, const Safetensors& file);

// A model as its file's configuration asks for. Refuses tensors that the configuration does not
// know. Errors: those of openSafetensors, ModelDamaged.
Result<std::unique_ptr<Model>> loadModel(const std::filesystem::path& path, at::Device device);

} // namespace limn
