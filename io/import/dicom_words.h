// Words that say nothing of a person: the terms that the standard defines, and makers of devices.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace limn {

// One value of a code string (VR CS), or of the few longer texts that have defined terms.
bool isDefinedTerm(std::string_view value);

// The maker's usual name where the text names a well-known one ("SIEMENS Healthineers" gives
// "SIEMENS").
std::optional<std::string> knownMaker(std::string_view text);

// A coding scheme of others, whose codes are public: "DCM", "SCT", ...
bool isPublicScheme(std::string_view designator);

} // namespace limn
