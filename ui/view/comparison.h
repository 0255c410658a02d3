// Two masks of one image, and where they differ.
#pragma once

#include "model/data/label_layers.h"

#include <QString>

#include <vector>

namespace limn {

struct ComparedLabel {
    Label label = 0;
    QString name;
    double dice = 0; // these two are not a number where there is nothing to compare
    double hd95 = 0;
    std::uint64_t both = 0, onlyOurs = 0, onlyTheirs = 0; // pixels
};

struct Comparison {
    QString other; // what the mask was compared with
    bool isMillimetres = false; // of hd95; else pixels
    std::vector<ComparedLabel> labels; // those that either mask has
    LabelMap ours, theirs;
};

} // namespace limn
