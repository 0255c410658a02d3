// What there is of each label in a mask: area, volume, intensity; and the table of many images.
#pragma once

#include "model/data/study_state.h"
#include "model/data/volume.h"

#include <optional>
#include <string>
#include <vector>

namespace limn {

struct LabelStatistics {
    Label label = 0;
    std::string name;
    std::size_t pixels = 0; // of all slices
    int slices = 0; // that it is on
    std::optional<double> areaMm2; // nothing where the spacing is not known
    std::optional<double> volumeMm3; // nothing but for stacks of even spacing in space
    std::optional<double> mean,
        deviation; // modality values; nothing in colour or where none is left
};

// Of every label of the table, in its order. The slices that hold a label must have been read;
// pixels of padding count for the area and not for the intensity.
std::vector<LabelStatistics> statisticsOf(const LabelMap& labels, const LabelTable& table,
                                          const Volume& volume);

struct ImageStatistics {
    std::string path; // relative to the folder
    ImageStatus status = ImageStatus::Todo;
    double secondsSpent = 0;
    Effort effort;
    ImageNotes notes;
    std::vector<LabelStatistics> labels;
};

// A row a label and image, with a heading; figures with a point, cells that no program takes for a
// formula.
std::string csvOf(const std::vector<ImageStatistics>& images);

} // namespace limn
