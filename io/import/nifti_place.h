// Where a NIfTI file's voxels lie in the patient, and how its slices are turned to be looked at.
#pragma once

#include "io/import/nifti_header.h"

namespace limn {

// What a header says of it; lengths in the file's units, RAS.
struct NiftiForms {
    bool hasForms = true; // Analyze has none
    int sformCode = 0, qformCode = 0;
    Affine sform{};
    std::array<double, 8> pixdim{};
    std::array<double, 3> quaternion{}, offset{};
    int units = 0; // xyzt_units
};

// Whether directions are there for every index, finite and not in one plane; with one slice its third
// may be missing.
bool isUsable(const Affine& affine, bool isOneSlice);

// Fills spacing, time and place. The sform counts before the qform, as in nibabel; one that makes no
// sense is left out with a note. Without either the voxels are taken to lie as in Analyze: along the
// patient's axes, the first to the left, the second to the front, about the centre.
void fillPlace(const NiftiForms& forms, NiftiHeader& header);

// Shown slices follow the patient (radiological convention): axial and coronal slices with the
// patient's left at the right edge and front or head at the top; sagittal ones with the front at the
// left and the head at the top.
FileOrder shownOrder(const NiftiHeader& header);

// Of all frames, as they are shown.
Geometry shownGeometry(const NiftiHeader& header, const FileOrder& order);

} // namespace limn
