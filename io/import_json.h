// What the import child says of a file, as the program's own types.
#pragma once

#include "model/data/series.h"

#include <nlohmann/json.hpp>

namespace limn {

// Each throws what the JSON library throws.
Geometry geometryOf(const nlohmann::json& json);
// A volume whose only slice read is `at`.
VolumePtr volumeOf(const nlohmann::json& json, SlicePtr slice, const std::filesystem::path& path);
FileHeader fileHeaderOf(const nlohmann::json& json, const std::filesystem::path& path);

} // namespace limn
