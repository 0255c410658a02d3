// How a file is named in requests to the import child, and what comes back of it.
#pragma once

#include "io/import_child.h"

namespace limn {

// As it is shown: without its folder, and with bytes that are no UTF-8 replaced.
std::string shownName(const std::filesystem::path& path);

std::string hexOf(const std::string& bytes);
std::string absoluteHex(const std::filesystem::path& path);

// Asks, and makes an error of the child's answer; the subject is the file's name.
Result<ImportReply> askFor(ImportChild& child, const std::filesystem::path& path,
                           nlohmann::json request, const std::stop_token& stop,
                           const Meanwhile& meanwhile = {});

// DecoderDied: the answer contradicts itself.
std::unexpected<Error> noSense(const std::filesystem::path& path, const std::string& detail);

} // namespace limn
