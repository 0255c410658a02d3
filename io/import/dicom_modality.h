// From stored values to modality values: rescale in double, or the Modality LUT.
#pragma once

#include "io/import/dicom_file.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace limn {

struct Modality {
    double slope = 1;
    double intercept = 0;
    std::vector<float> table; // Modality LUT; empty: use slope and intercept
    int firstMapped = 0;

    double apply(std::int64_t stored) const;
};

// For one frame; a rescale that makes no sense is left out with a note.
Modality modalityOf(DicomFile& dicom, int frame);

// The pixel padding value as stored.
std::optional<std::int64_t> storedPadding(DicomFile& dicom);

} // namespace limn
