// From the headers of files to stacks of slices: sorted by geometry alone.
#pragma once

#include "model/data/volume.h"

#include <array>
#include <span>

namespace limn {

// Where and when one frame was taken.
struct FrameHeader {
    std::optional<Vector3> originMm; // centre of its first pixel
    std::optional<std::array<Vector3, 2>> directions; // of rows and columns
    std::vector<double> moment; // orders frames that lie at the same place
    std::optional<double> timeMs; // since anything, such as the heart's last beat
};

// What stacks are made from, without a pixel.
struct FileHeader {
    std::filesystem::path file;
    std::uint64_t bytes = 0; // its length
    std::string seriesUid, instanceUid;
    Size size;
    int channels = 1;
    double columnSpacingMm = 1, rowSpacingMm = 1;
    std::vector<FrameHeader> frames;
};

// Slices that are one image.
struct Stack {
    std::vector<std::filesystem::path> files; // as SourceRef's, and so
    std::vector<int> frames;
    std::filesystem::path name; // of its files the one whose name comes first
    std::string instanceUid; // of the first slice's file
    std::string identity; // what SourceRef::contentHash is made from; empty: one file, by its bytes
    int stackSlices = 0; // as Volume's, and so
    std::vector<double> timesMs;
    std::vector<Vector3> sliceOriginsMm;
    std::vector<StackFinding> findings;

    int sliceCount() const { return static_cast<int>(sliceOriginsMm.size()); }
    // Of the first volume; it shows more than the ends do.
    int middle() const { return (stackSlices > 0 ? stackSlices : sliceCount()) / 2; }
    SliceSource at(int slice) const { return SourceRef{.files = files, .frames = frames}.at(slice); }
};
using StackPtr = std::shared_ptr<const Stack>;

// One image of a folder: a file, or a series of them.
struct ImageFiles {
    std::filesystem::path path; // the file; of a series Stack::name
    StackPtr stack = {}; // null: the file as it is
};

// Files with one frame make a stack with others of their series, size, spacing and orientation where
// each has a place; in the order of their places along the normal (rows x columns). Several of each
// place are volumes, one after the other, by their moments. A file with several frames that have
// places is an image of its own, its frames ordered likewise. Other files are as they are. The files
// are given in the order of a list, and so come the images.
std::vector<ImageFiles> imagesOf(std::span<const FileHeader> headers);

} // namespace limn
