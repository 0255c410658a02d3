// The images of a folder or DICOMDIR: each file, and of series a stack each.
#pragma once

#include "io/import_client.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace limn {

using ListProgress = std::function<void(int done, int total)>; // DICOM headers read

// Of a folder without images of its own: what its DICOMDIR lists, else the images of the folders in
// it, folder by folder. `place` may be the DICOMDIR itself. Limn's own outputs are left out. Errors:
// those of listImages.
Result<std::vector<ImageFiles>> imagesIn(const std::filesystem::path& place, ImportClient& client,
                                         const std::stop_token& stop,
                                         const ListProgress& progress = {});

// These files, series put together.
Result<std::vector<ImageFiles>> imagesOfFiles(const std::vector<std::filesystem::path>& files,
                                              ImportClient& client, const std::stop_token& stop,
                                              const ListProgress& progress = {});

// A file with its frames in order; of a folder or DICOMDIR its only image. Errors: those of imagesIn,
// BadArgument (several images).
Result<ImageFiles> imageNamed(const std::filesystem::path& place, ImportClient& client);

// Which slice of the image lies in the file; 0 where none does.
int sliceIn(const ImageFiles& image, const std::filesystem::path& file);
bool holds(const ImageFiles& image, const std::filesystem::path& file);

} // namespace limn
