// What the program asks for when it wants a DICOM segmentation made.
#pragma once

#include "io/import/dicom_put.h"
#include "model/data/segment_frame.h"
#include "model/data/size.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace limn {

struct SegSegment {
    std::string name; // UTF-8
    std::string description;
    Code category, type;
    std::optional<Code> modifier;
    std::string algorithmType; // AUTOMATIC, SEMIAUTOMATIC, MANUAL
    std::string algorithmName, algorithmVersion, parameters; // not of MANUAL
    std::array<int, 3> lab{}; // CIELab as DICOM encodes it
};

// The images that a segmentation is of.
struct SegImages {
    std::vector<std::filesystem::path> files; // one, or one a slice
    std::vector<int> frames; // of one file, of each slice, from 0; none: slice k is frame k
    std::string instanceUid; // of the first file, as it was when it was opened
    Size size;
    int slices = 1;
};

struct SegRequest {
    std::string programVersion;
    std::string uidSeed, contentTime; // as MaskExport's
    bool isFractional = false;
    std::vector<SegSegment> segments;
    std::vector<SegmentFrame> frames; // of the segmentation
    std::uint32_t pixelBytes = 0;
};

// A new UID; with a seed the same for the same `purpose`.
std::string uidFor(const SegRequest& request, const std::string& purpose);

// Both throw what the JSON library throws.
SegImages segImagesOf(const nlohmann::json& json);
SegRequest segRequestOf(const nlohmann::json& json);

} // namespace limn
