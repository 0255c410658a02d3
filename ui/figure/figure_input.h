// What figures and films are drawn from: a copy, so that a person works on while they are drawn.
#pragma once

#include "model/data/label_table.h"
#include "model/data/step.h"
#include "model/data/volume.h"
#include "ui/figure/picture_image.h"

#include <vector>

namespace limn {

struct FigureInput {
    SlicePtr slice;
    DisplayWindow window;
    GreyFormula formula = GreyFormula::LinearExact;
    bool isInverted = false;
    Geometry geometry;
    std::vector<StepPtr> steps; // of the last run; step i has the index i + 1
    std::vector<Label> labels; // composed, of the slice
    LabelTable table;
    double threshold = 0.5;
};

} // namespace limn
