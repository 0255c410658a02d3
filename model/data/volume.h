// A picture or a stack of slices as it was read, and where it lies in the patient.
#pragma once

#include "model/data/size.h"
#include "model/data/stack_finding.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace limn {

using Vector3 = std::array<double, 3>; // LPS, millimetres (or a unit vector)

enum class Calibration {
    None,     // no spacing: lengths are pixels
    Patient,  // spacing holds in the patient
    Detector, // spacing holds at the detector plane (projection images)
};

struct Geometry {
    double columnSpacingMm = 1; // distance between neighbouring columns (along a row)
    double rowSpacingMm = 1;    // distance between neighbouring rows
    Vector3 rowDirection{1, 0, 0};    // direction of growing column index
    Vector3 columnDirection{0, 1, 0}; // direction of growing row index
    std::vector<Vector3> sliceOriginsMm; // centre of pixel (0, 0) of each slice; empty when unknown
    Calibration calibration = Calibration::None;
};

// One frame. Never changes after it was made.
struct Slice {
    Size size;
    int channels = 1;          // 1, or 3 as interleaved red, green, blue
    std::vector<float> values; // row by row; CT in Hounsfield units, else the modality value
    std::optional<float> padding = {}; // modality value that means "no picture here"
    std::vector<std::uint8_t> graphics = {}; // the file's overlays: a byte a pixel, 0 or 1; none: empty
};
using SlicePtr = std::shared_ptr<const Slice>;

// PS3.3 C.11.2.1.2 and C.11.2.1.3.
enum class WindowFunction { Linear, LinearExact, Sigmoid };

// A VOI LUT: grey levels 0..1 for the values from `firstMapped` on.
struct GreyTable {
    int firstMapped = 0;
    std::vector<float> levels;
};

// PS3.3 C.11.2: grey is mapped from [level - width/2, level + width/2].
struct DisplayWindow {
    double level = 0.5;
    double width = 1;
    std::string explanation;
    WindowFunction function = WindowFunction::Linear;
    std::shared_ptr<const GreyTable> table = {}; // goes before level and width

    bool operator==(const DisplayWindow&) const = default;
};

// How a file's columns and rows (NIfTI: its first and second index) became those of the shown slices:
// transposed first, then mirrored and turned upside down. Spacing, directions and origins are of the
// shown slices.
struct FileOrder {
    bool isTransposed = false; // the file's columns are shown as rows
    bool isMirrored = false; // the last column is shown first
    bool isUpsideDown = false; // the last row is shown first

    bool operator==(const FileOrder&) const = default;
    // The index, row by row in a file whose slices are `file` large, of a shown pixel.
    std::size_t indexInFile(int x, int y, Size file) const
    {
        const int across = isTransposed ? file.height : file.width;
        const int down = isTransposed ? file.width : file.height;
        const int u = isMirrored ? across - 1 - x : x, v = isUpsideDown ? down - 1 - y : y;
        const int column = isTransposed ? v : u, row = isTransposed ? u : v;
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(file.width)
            + static_cast<std::size_t>(column);
    }
};

// Where one slice lies.
struct SliceSource {
    std::filesystem::path file;
    int frame = 0; // from 0

    bool operator==(const SliceSource&) const = default;
};

// Where a volume comes from; patient data is kept elsewhere (the tag panel) and never logged.
struct SourceRef {
    std::vector<std::filesystem::path> files; // one, or (a series) one a slice in the slices' order
    // Of one file with several frames: the frame (from 0) of each slice. Empty: slice k is frame k.
    std::vector<int> frames = {};
    // SHA-256 in lower-case hex: of the one file's bytes; of a series, of its images' UIDs, frames
    // and sizes in the slices' order (see Stack::identity).
    std::string contentHash = {};
    std::string format = {}; // "PNG", "DICOM", ...
    // Empty when not DICOM; the instance is the first slice's.
    std::string studyUid = {}, seriesUid = {}, instanceUid = {};
    FileOrder order = {};

    SliceSource at(int slice) const;
};

struct Volume {
    Size size;          // of every slice
    int channels = 1;
    std::vector<SlicePtr> slices;     // null until that slice is read; the session puts each in once
    std::vector<double> timesMs; // since the first volume, of each; of a cine of one slice, of each frame
    int stackSlices = 0; // of several volumes one after the other, the slices of each; 0: one volume
    std::vector<StackFinding> findings; // what a person should know of how the slices lie
    std::vector<std::string> notes; // and of how the file was read; the reader's words
    std::vector<DisplayWindow> displayWindows; // of the file; empty: use the percentile window
    bool isInverted = false;          // MONOCHROME1: display inverts, values do not
    Geometry geometry;
    SourceRef source;

    int sliceCount() const { return static_cast<int>(slices.size()); }
    // Slice number = volume * depth() + place in the stack.
    int depth() const; // slices of one volume; of a cine 1
    int volumeCount() const { return sliceCount() / std::max(1, depth()); }
};
using VolumePtr = std::shared_ptr<Volume>;

// Of one channel, or of three that are equal everywhere.
bool isGrey(const Slice& slice);

// The first of the slices that have been read; null: none.
SlicePtr firstRead(const Volume& volume);

// The window from the 0.1 to the 99.9 percentile of the values (all channels), without padding and
// without values that are not finite; width at least 1e-6 of the level's size. Colour: 0..255.
DisplayWindow percentileWindow(const Slice& slice);

} // namespace limn
