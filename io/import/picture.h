// What a reader makes of one frame of a file.
#pragma once

#include "model/data/error.h"
#include "model/data/volume.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

namespace limn {

enum class Wanted {
    Values, // modality values (float), or red, green, blue 0..255
    Stored, // what the file holds before rescale, window and palette (int32)
    Labels, // of a mask: palette indices or grey levels as stored (int32)
    Thumbnail, // Values, possibly smaller; reduced and windowed by makeThumbnail
    Preview, // of a large PNG, JPEG, TIFF or BMP: smaller and windowed, 8 bits
    Facts, // Values are decoded and thrown away; the tags are listed
};

class KeptImage;

struct ReadRequest {
    std::filesystem::path path;
    int frame = 0; // from 0
    Wanted wanted = Wanted::Values;
    int side = 96; // Thumbnail, Preview: longest side, px
    KeptImage* kept = nullptr; // what a preview has decoded anyway; null: it is not kept
    bool isSalvage = false; // of cut files what is there; DICOM with uncompressed pixels
    bool isInFileOrder = false; // NIfTI: columns and rows as in the file, not as they are shown
};

struct FileFacts {
    std::string format; // "PNG", "DICOM", ...
    Size size;
    int frames = 1;
    int channels = 1;
    int bits = 8; // a sample, as stored
    bool isSigned = false;
    std::string photometric;
    std::string transferSyntax; // DICOM: the UID's name
    double slope = 1;
    double intercept = 0;
    bool isInverted = false;
    std::string turn; // EXIF orientation that was applied; empty: none
    std::vector<DisplayWindow> windows;
    std::vector<double> timesMs;
    int stackSlices = 0; // as Volume's
    Geometry geometry;
    FileOrder order; // that `samples` are in, unless the request wanted the file's
    std::string studyUid, seriesUid, instanceUid;
    std::vector<std::string> notes; // what a user should know about how it was read
    nlohmann::json tags = nlohmann::json::array(); // Facts only; DICOM only
};

using Samples =
    std::variant<std::vector<float>, std::vector<std::int32_t>, std::vector<std::uint8_t>>;

struct Picture {
    FileFacts facts;
    Size size; // of `samples`; a thumbnail is smaller than facts.size
    int channels = 1;
    Samples samples;
    std::optional<double> padding; // modality value
    std::vector<std::uint8_t> graphics = {}; // Values only; as Slice's
};

} // namespace limn
