// The DICOM images that a segmentation is of: what it takes over from them and refers to.
#pragma once

#include "io/import/dicom_file.h"
#include "io/import/seg_request.h"

namespace limn {

struct SegInstance {
    std::string classUid, instanceUid;
    bool isMultiFrame = false; // also one that has only one
};

struct SegSource {
    std::string name; // of the first file
    Size size;
    int slices = 1;
    DicomFile first;
    std::vector<SegInstance> instances; // one, or one a slice
    std::vector<int> frames; // as SegImages'
    std::string seriesUid;
    std::vector<Geometry>
        planes; // of each slice, with its origin; none without a frame of reference
    std::optional<double> thicknessMm, distanceMm; // of neighbouring slices, where all are the same

    const SegInstance& instanceOf(int slice) const;
    int frameOf(int slice) const; // from 0
};

// Errors: those of openDicom, ImageChanged, BadData (no UIDs, several series).
Result<SegSource> openSegSource(const SegImages& images);

} // namespace limn
