// What the import child says of a file, as the program's own types.
#pragma once

#include "model/data/series.h"

#include <nlohmann/json.hpp>

namespace limn {

// Each throws what the JSON library throws.
Geometry geometryOf(const nlohmann::json& json);
// The file's frames, of which this one is read.
VolumePtr volumeOf(const nlohmann::json& json, SlicePtr slice, const SliceSource& source);
FileHeader fileHeaderOf(const nlohmann::json& json, const std::filesystem::path& path);

} // namespace limn
