// A file that a format wants written: its name now, its content when its turn comes.
#pragma once

#include "model/data/error.h"
#include "model/data/mask_export.h"

#include <filesystem>
#include <functional>
#include <stop_token>

namespace limn {

class ImportClient;

using FilePieces = std::vector<std::vector<std::byte>>; // one after the other

// What making a file may need.
struct Making {
    std::filesystem::path folder; // of the export
    ImportClient* client = nullptr;
    std::stop_token stop = {};
};

struct OutputFile {
    std::string name; // in the export's folder; may begin with a folder of its own ("labels/x.txt")
    std::function<Result<FilePieces>()> content;
    // Instead of it where the import child has a part in it, or the folder's other files.
    std::function<Result<FilePieces>(const Making&)> made = {};
};

// What a format is, to write_masks.cpp. The functions in the result look at `masks`.
using MaskWriter = std::vector<OutputFile> (*)(const MaskExport& masks);

} // namespace limn
