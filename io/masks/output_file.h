// A file that a format wants written: its name now, its content when its turn comes.
#pragma once

#include "model/data/error.h"
#include "model/data/mask_export.h"

#include <functional>
#include <stop_token>

namespace limn {

class ImportClient;

using FilePieces = std::vector<std::vector<std::byte>>; // one after the other

struct OutputFile {
    std::string name; // without folder
    std::function<Result<FilePieces>()> content;
    // Instead of it where only the import child can make the file.
    std::function<Result<FilePieces>(ImportClient&, const std::stop_token&)> made = {};
};

// What a format is, to write_masks.cpp. The functions in the result look at `masks`.
using MaskWriter = std::vector<OutputFile> (*)(const MaskExport& masks);

} // namespace limn
