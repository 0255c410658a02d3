// Masks as they go to the program.
#pragma once

#include "model/data/imported_mask.h"

#include <nlohmann/json.hpp>

namespace limn {

nlohmann::json maskJson(const ImportedMask& mask); // all but the values
nlohmann::json entriesJson(const std::vector<MaskEntry>& entries);

} // namespace limn
